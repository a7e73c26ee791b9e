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
    private Guid Velletri => Bench.RupOfAnotherEnte.EnteId!.Value;

    /// <summary>Returns the command that assigns a role to a person. Without a person it is the Istruttore of Tivoli.</summary>
    private async Task<AssegnaRuolo> Comando(RuoloForm form, Guid? persona = null)
    {
        var chi = persona ?? Bench.ActorOf("istruttore.tivoli").PersonaId;
        return new AssegnaRuolo(Guid.CreateVersion7(), chi, form, (await Bench.RileggiPersona(chi)).Version);
    }

    public override async Task Fa_cio_che_dice()
    {
        var comando = await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, Velletri, "01/12/2026"));
        await Bench.Succeeds(comando, Bench.Amministratore());
        var appartenenza = await Bench.Query(db => db.Appartenenze.SingleAsync(a => a.Id == comando.Id));
        Assert.Equal((Ruolo.Rup, Velletri, new DateOnly(2026, 12, 1)), (appartenenza.Ruolo, appartenenza.EnteId, appartenenza.Dal));
        Assert.Contains($"\"Appartenenza/{comando.Id}\"", (await Bench.EventiSu(comando.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, Velletri));
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);
        await Bench.Refuses("accesso.negato", comando, Bench.RupOfAnotherEnte);
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var tivoli = Bench.Rup.EnteId!.Value;
        await Bench.Refuses("appartenenza.esiste-gia", await Comando(SampleAnagrafe.Ruolo(Ruolo.Istruttore, tivoli)), Bench.Amministratore());
        Assert.Equal("Ente",
            (await Bench.Refuses("appartenenza.senza-ente", await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, null)), Bench.Amministratore())).Field);
        await Bench.Refuses("appartenenza.senza-ente",
            await Comando(new RuoloForm { Ruolo = "Istruttore", Dal = SampleAnagrafe.Oggi }), Bench.Amministratore());
        await Bench.Refuses("appartenenza.con-ente", await Comando(SampleAnagrafe.Ruolo(Ruolo.Amministratore, tivoli)), Bench.Amministratore());
        await Bench.Refuses("modulo.mancante", await Comando(new RuoloForm { Ruolo = "Auditor", Dal = SampleAnagrafe.Oggi }), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, Guid.CreateVersion7())), Bench.Amministratore());

        // The Ente is closed today. No role can begin there, not even on a day when it was still open.
        await Bench.Succeeds(new ChiudiEnte(Velletri, SampleAnagrafe.Oggi, (await Bench.RileggiEnte(Velletri)).Version), Bench.Amministratore());
        Assert.Equal("Ente", (await Bench.Refuses(
            Ente.CodiceChiuso, await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, Velletri, "01/01/2026")), Bench.Amministratore())).Field);

        var istruttore = Bench.ActorOf("istruttore.tivoli").PersonaId;
        var version = (await Bench.RileggiPersona(istruttore)).Version;
        await Bench.Succeeds(new DisattivaPersona(istruttore, "Trasferita ad altro Ente", version), Bench.Amministratore());
        await Bench.Refuses("persona.disattivata", await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, tivoli)), Bench.Amministratore());
    }

    private protected override async Task<(AssegnaRuolo Command, Actor Actor)> SeenNow() =>
        (await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, Velletri)), Bench.Amministratore());

    [Fact]
    public async Task Un_ruolo_tolto_si_riassegna_dal_giorno_in_cui_finisce_e_non_prima()
    {
        var rup = Bench.Rup;
        var sua = Bench.Catalogo.Appartenenze.Single(a => a.PersonaId == rup.PersonaId);
        await Bench.Succeeds(new TogliRuolo(sua.Id, rup.PersonaId, "30/11/2026", (await Bench.RileggiPersona(rup.PersonaId)).Version), Bench.Amministratore());
        await Bench.Refuses("appartenenza.esiste-gia",
            await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, rup.EnteId, "29/11/2026"), rup.PersonaId), Bench.Amministratore());
        await Bench.Succeeds(await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, rup.EnteId, "30/11/2026"), rup.PersonaId), Bench.Amministratore());
    }

    [Fact]
    public async Task Un_ruolo_dato_o_tolto_vale_dal_comando_successivo()
    {
        var id = await Bench.NuovaPersona();
        var rup = new Actor(id, Ruolo.Rup, Bench.Rup.EnteId, [Ruolo.Rup]);
        await Bench.Refuses("accesso.negato", Nuovo(id), rup);
        var assegna = await Comando(SampleAnagrafe.Ruolo(Ruolo.Rup, rup.EnteId), id);
        await Bench.Succeeds(assegna, Bench.Amministratore());
        await Bench.Succeeds(Nuovo(id), rup);
        await Bench.Succeeds(new TogliRuolo(assegna.Id, id, SampleAnagrafe.Oggi, (await Bench.RileggiPersona(id)).Version), Bench.Amministratore());
        await Bench.Refuses("accesso.negato", Nuovo(id), rup);
    }

    private NuovoAffidamento Nuovo(Guid rup) =>
        new(Guid.CreateVersion7(), Bench.Catalogo.Lotti[0].Id, rup, Bench.Catalogo.Lotti[0].Fornitori[0].IdPartecipante, null);
}

public sealed class TogliRuoloTests : VersionedCommandContract<TogliRuolo>
{
    private async Task<TogliRuolo> Comando(Actor di, string fino = SampleAnagrafe.Oggi, string? motivo = null)
    {
        var sua = Bench.Catalogo.Appartenenze.First(a => a.PersonaId == di.PersonaId);
        return new TogliRuolo(sua.Id, di.PersonaId, fino, (await Bench.RileggiPersona(di.PersonaId)).Version, motivo);
    }

    public override async Task Fa_cio_che_dice()
    {
        var comando = await Comando(Bench.Rup, "25/11/2026");
        await Bench.Succeeds(comando, Bench.Amministratore());
        Assert.Equal(new DateOnly(2026, 11, 25), await Fino(comando.Id));
        Assert.Contains("\"Fino\":\"2026-11-25\"", (await Bench.EventiSu(comando.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", await Comando(Bench.RupOfAnotherEnte), Bench.Rup);
        await Bench.Refuses("accesso.negato", await Comando(Bench.Rup), Bench.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        Assert.Equal("Fino", (await Bench.Refuses("modulo.mancante", await Comando(Bench.Rup, ""), Bench.Amministratore())).Field);
        Assert.Equal("Fino", (await Bench.Refuses("appartenenza.prima-dell-inizio", await Comando(Bench.Rup, "01/01/2020"), Bench.Amministratore())).Field);
        await Bench.Succeeds(await Comando(Bench.Rup), Bench.Amministratore());
        await Bench.Refuses("appartenenza.gia-terminata", await Comando(Bench.Rup), Bench.Amministratore());
        await Bench.Refuses("persona.ultimo-amministratore", await Comando(Bench.Amministratore()), Bench.Amministratore());

        // A role is taken away together with the person who has it. With another person it is not found.
        await Bench.Refuses("dati.non-trovato", await Comando(Bench.RupOfAnotherEnte) with { PersonaId = Bench.Auditor.PersonaId }, Bench.Amministratore());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Un_ruolo_finisce_prima_di_oggi_solo_con_il_motivo_che_resta_nel_registro(string? motivo)
    {
        var senza = await Comando(Bench.Rup, "23/11/2026", motivo);
        Assert.Equal("MotivoFine", (await Bench.Refuses("ruolo.tolto-senza-motivo", senza, Bench.Amministratore())).Field);
        var lungo = new string('x', Appartenenza.MaxMotivo + 1);
        Assert.Equal("MotivoFine", (await Bench.Refuses("ruolo.motivo-lungo", await Comando(Bench.Rup, "23/11/2026", lungo), Bench.Amministratore())).Field);
        var comando = await Comando(Bench.Rup, "23/11/2026", " Comunicato in ritardo ");
        Assert.Null(await Fino(comando.Id));

        await Bench.Succeeds(comando, Bench.Amministratore());
        Assert.Equal(new DateOnly(2026, 11, 23), await Fino(comando.Id));
        Assert.Contains("\"motivo\":\"Comunicato in ritardo\"", (await Bench.EventiSu(comando.PersonaId))[^1], StringComparison.Ordinal);
    }

    private protected override async Task<(TogliRuolo Command, Actor Actor)> SeenNow() => (await Comando(Bench.Rup), Bench.Amministratore());

    private Task<DateOnly?> Fino(Guid id) => Bench.Query(db => db.Appartenenze.Where(a => a.Id == id).Select(a => a.Fino).SingleAsync());
}
