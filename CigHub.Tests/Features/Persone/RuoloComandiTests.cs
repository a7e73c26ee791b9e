using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Persone;

public sealed class AssegnaRuoloTests : VersionedCommandContract<AssegnaRuolo>
{
    private Guid Velletri => Banco.RupDiUnAltroEnte.EnteId!.Value;

    /// <summary>Returns the command that assigns a role, by default to the Istruttore of Tivoli.</summary>
    private async Task<AssegnaRuolo> Comando(RuoloForm modulo, Guid? persona = null)
    {
        var chi = persona ?? Banco.Come("istruttore.tivoli").PersonaId;
        return new AssegnaRuolo(Guid.CreateVersion7(), chi, modulo, (await Banco.RileggiPersona(chi)).Version);
    }

    public override async Task Fa_cio_che_dice()
    {
        var comando = await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, Velletri, "01/12/2026"));
        await Banco.Riesce(comando, Banco.Amministratore());
        var appartenenza = await Banco.Legge(db => db.Appartenenze.SingleAsync(a => a.Id == comando.Id));
        Assert.Equal((Ruolo.Rup, Velletri, new DateOnly(2026, 12, 1)), (appartenenza.Ruolo, appartenenza.EnteId, appartenenza.Dal));
        Assert.Contains($"\"Appartenenza/{comando.Id}\"", (await Banco.EventiSu(comando.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, Velletri));
        await Banco.Rifiuta("accesso.negato", comando, Banco.Rup);
        await Banco.Rifiuta("accesso.negato", comando, Banco.RupDiUnAltroEnte);
        await Banco.Rifiuta("accesso.negato", comando, Banco.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var tivoli = Banco.Rup.EnteId!.Value;
        await Banco.Rifiuta("appartenenza.esiste-gia", await Comando(SampleAnagrafe.Ruolo(Ruolo.Istruttore, tivoli)), Banco.Amministratore());
        Assert.Equal("Ente",
            (await Banco.Rifiuta("appartenenza.senza-ente", await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, null)), Banco.Amministratore())).Field);
        await Banco.Rifiuta("appartenenza.senza-ente",
            await Comando(new RuoloForm { Ruolo = "Istruttore", Dal = SampleAnagrafe.Oggi }), Banco.Amministratore());
        await Banco.Rifiuta("appartenenza.con-ente", await Comando(SampleAnagrafe.Ruolo(Ruolo.Amministratore, tivoli)), Banco.Amministratore());
        await Banco.Rifiuta("modulo.mancante", await Comando(new RuoloForm { Ruolo = "Auditor", Dal = SampleAnagrafe.Oggi }), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, Guid.CreateVersion7())), Banco.Amministratore());

        // The Ente is closed today. No role can begin there, not even on a day when it was still open.
        await Banco.Riesce(new ChiudiEnte(Velletri, SampleAnagrafe.Oggi, (await Banco.RileggiEnte(Velletri)).Version), Banco.Amministratore());
        Assert.Equal("Ente", (await Banco.Rifiuta(
            Ente.CodiceChiuso, await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, Velletri, "01/01/2026")), Banco.Amministratore())).Field);

        var istruttore = Banco.Come("istruttore.tivoli").PersonaId;
        var version = (await Banco.RileggiPersona(istruttore)).Version;
        await Banco.Riesce(new DisattivaPersona(istruttore, "Trasferita ad altro Ente", version), Banco.Amministratore());
        await Banco.Rifiuta("persona.disattivata", await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, tivoli)), Banco.Amministratore());
    }

    private protected override async Task<(AssegnaRuolo Command, Actor Actor)> SeenNow() =>
        (await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, Velletri)), Banco.Amministratore());

    [Fact]
    public async Task Un_ruolo_tolto_si_riassegna_dal_giorno_in_cui_finisce_e_non_prima()
    {
        var rup = Banco.Rup;
        var sua = Banco.Catalogo.Appartenenze.Single(a => a.PersonaId == rup.PersonaId);
        await Banco.Riesce(new TogliRuolo(sua.Id, rup.PersonaId, "30/11/2026", (await Banco.RileggiPersona(rup.PersonaId)).Version), Banco.Amministratore());
        await Banco.Rifiuta("appartenenza.esiste-gia",
            await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, rup.EnteId, "29/11/2026"), rup.PersonaId), Banco.Amministratore());
        await Banco.Riesce(await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, rup.EnteId, "30/11/2026"), rup.PersonaId), Banco.Amministratore());
    }

    [Fact]
    public async Task Un_ruolo_dato_o_tolto_vale_dal_comando_successivo()
    {
        var id = await Banco.NuovaPersona();
        var rup = new Actor(id, Ruolo.Rup, Banco.Rup.EnteId, [Ruolo.Rup]);
        await Banco.Rifiuta("accesso.negato", Nuovo(id), rup);
        var assegna = await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, rup.EnteId), id);
        await Banco.Riesce(assegna, Banco.Amministratore());
        await Banco.Riesce(Nuovo(id), rup);
        await Banco.Riesce(new TogliRuolo(assegna.Id, id, SampleAnagrafe.Oggi, (await Banco.RileggiPersona(id)).Version), Banco.Amministratore());
        await Banco.Rifiuta("accesso.negato", Nuovo(id), rup);
    }

    private NuovoAffidamento Nuovo(Guid rup) =>
        new(Guid.CreateVersion7(), Banco.Catalogo.Lotti[0].Id, rup, Banco.Catalogo.Lotti[0].Fornitori[0].IdPartecipante, null);
}

public sealed class TogliRuoloTests : VersionedCommandContract<TogliRuolo>
{
    private async Task<TogliRuolo> Comando(Actor di, string fino = SampleAnagrafe.Oggi, string? motivo = null)
    {
        var sua = Banco.Catalogo.Appartenenze.First(a => a.PersonaId == di.PersonaId);
        return new TogliRuolo(sua.Id, di.PersonaId, fino, (await Banco.RileggiPersona(di.PersonaId)).Version, motivo);
    }

    public override async Task Fa_cio_che_dice()
    {
        var comando = await Comando(Banco.Rup, "25/11/2026");
        await Banco.Riesce(comando, Banco.Amministratore());
        Assert.Equal(new DateOnly(2026, 11, 25), await Fino(comando.Id));
        Assert.Contains("\"Fino\":\"2026-11-25\"", (await Banco.EventiSu(comando.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Banco.Rifiuta("accesso.negato", await Comando(Banco.RupDiUnAltroEnte), Banco.Rup);
        await Banco.Rifiuta("accesso.negato", await Comando(Banco.Rup), Banco.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        Assert.Equal("Fino", (await Banco.Rifiuta("modulo.mancante", await Comando(Banco.Rup, ""), Banco.Amministratore())).Field);
        Assert.Equal("Fino", (await Banco.Rifiuta("appartenenza.prima-dell-inizio", await Comando(Banco.Rup, "01/01/2020"), Banco.Amministratore())).Field);
        await Banco.Riesce(await Comando(Banco.Rup), Banco.Amministratore());
        await Banco.Rifiuta("appartenenza.gia-terminata", await Comando(Banco.Rup), Banco.Amministratore());
        await Banco.Rifiuta("persona.ultimo-amministratore", await Comando(Banco.Amministratore()), Banco.Amministratore());

        // A role is taken away together with the person who has it. With another person it is not found.
        await Banco.Rifiuta("dati.non-trovato", await Comando(Banco.RupDiUnAltroEnte) with { PersonaId = Banco.Auditor.PersonaId }, Banco.Amministratore());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Un_ruolo_finisce_prima_di_oggi_solo_con_il_motivo_che_resta_nel_registro(string? motivo)
    {
        var senza = await Comando(Banco.Rup, "23/11/2026", motivo);
        Assert.Equal("MotivoFine", (await Banco.Rifiuta("ruolo.tolto-senza-motivo", senza, Banco.Amministratore())).Field);
        var lungo = new string('x', Appartenenza.MaxMotivo + 1);
        Assert.Equal("MotivoFine", (await Banco.Rifiuta("ruolo.motivo-lungo", await Comando(Banco.Rup, "23/11/2026", lungo), Banco.Amministratore())).Field);
        var comando = await Comando(Banco.Rup, "23/11/2026", " Comunicato in ritardo ");
        Assert.Null(await Fino(comando.Id));

        await Banco.Riesce(comando, Banco.Amministratore());
        Assert.Equal(new DateOnly(2026, 11, 23), await Fino(comando.Id));
        Assert.Contains("\"motivo\":\"Comunicato in ritardo\"", (await Banco.EventiSu(comando.PersonaId))[^1], StringComparison.Ordinal);
    }

    private protected override async Task<(TogliRuolo Command, Actor Actor)> SeenNow() => (await Comando(Banco.Rup), Banco.Amministratore());

    private Task<DateOnly?> Fino(Guid id) => Banco.Legge(db => db.Appartenenze.Where(a => a.Id == id).Select(a => a.Fino).SingleAsync());
}
