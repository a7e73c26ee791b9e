using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Persone;

public sealed class RegistraAttoDiNominaTests : VersionedCommandContract<RegistraAttoDiNomina>
{
    private static NominaForm Modulo(string data = "03/02/2025") =>
        new() { TipoAtto = "Decreto", NumeroAtto = "7/2025", DataAtto = data, EmanatoDa = "Sindaco" };

    private Task<Appartenenza> Sua(string nomeUtente, Ruolo ruolo) =>
        Banco.Legge(db => db.Appartenenze.AsNoTracking()
            .SingleAsync(a => a.Ruolo == ruolo && db.Persone.Any(p => p.Id == a.PersonaId && p.NomeUtente == nomeUtente)));

    private async Task<RegistraAttoDiNomina> Comando(NominaForm modulo, string nomeUtente = "rup.tivoli", Ruolo ruolo = Ruolo.Rup)
    {
        var sua = await Sua(nomeUtente, ruolo);
        return new RegistraAttoDiNomina(sua.Id, sua.PersonaId, modulo, (await Banco.RileggiPersona(sua.PersonaId)).Version);
    }

    public override async Task Fa_cio_che_dice()
    {
        await Banco.Riesce(await Comando(Modulo()), Banco.Amministratore());
        var sua = await Sua("rup.tivoli", Ruolo.Rup);
        Assert.Equal(new AttoDiNomina(TipoAttoDiNomina.Decreto, "7/2025", new DateOnly(2025, 2, 3), "Sindaco"), sua.Atto);
        Assert.Contains("7/2025", (await Banco.EventiSu(sua.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        foreach (var altro in new[] { Banco.Rup, Banco.RupDiUnAltroEnte, Banco.Auditor, Banco.Come("responsabile") })
        {
            await Banco.Rifiuta("accesso.negato", await Comando(Modulo()), altro);
        }
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        Assert.Equal("TipoAtto", (await Banco.Rifiuta("nomina.senza-atto", await Comando(new NominaForm()), Banco.Amministratore())).Field);
        Assert.Equal("DataAtto", (await Banco.Rifiuta("atto.data-futura", await Comando(Modulo("25/11/2026")), Banco.Amministratore())).Field);
        Assert.Equal("NumeroAtto", (await Banco.Rifiuta("modulo.mancante",
            await Comando(new NominaForm { TipoAtto = "Decreto", DataAtto = "03/02/2025", EmanatoDa = "Sindaco" }), Banco.Amministratore())).Field);
        await Banco.Rifiuta("nomina.non-prevista", await Comando(Modulo(), "istruttore.tivoli", Ruolo.Istruttore), Banco.Amministratore());
        await Banco.Rifiuta("nomina.esterno",
            await Comando(new NominaForm { Esterno = InputField.Si, Incarico = "Segretario comunale" }), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", await Comando(Modulo()) with { PersonaId = Banco.Auditor.PersonaId, Version = 0 }, Banco.Amministratore());
    }

    private protected override async Task<(RegistraAttoDiNomina Command, Actor Actor)> SeenNow() => (await Comando(Modulo()), Banco.Amministratore());

    [Fact]
    public async Task Un_RUP_si_assegna_solo_con_il_suo_atto_e_un_Responsabile_esterno_anche_con_l_incarico()
    {
        var id = await Banco.NuovaPersona();
        var ente = Banco.Rup.EnteId;
        var senza = SampleAnagrafe.Ruolo(Ruolo.Rup, ente);
        (senza.TipoAtto, senza.NumeroAtto, senza.DataAtto, senza.EmanatoDa) = (null, null, null, null);
        await Banco.Rifiuta("nomina.senza-atto", await Assegna(id, senza), Banco.Amministratore());
        await Banco.Riesce(await Assegna(id, SampleAnagrafe.Ruolo(Ruolo.Responsabile, ente)), Banco.Amministratore());

        var segretario = await Altra(id);
        var esterno = SampleAnagrafe.Ruolo(Ruolo.Responsabile, ente);
        esterno.Esterno = InputField.Si;
        Assert.Equal(["nomina.senza-atto", "nomina.senza-incarico"],
            (await Banco.Esegui(await Assegna(segretario, esterno), Banco.Amministratore())).Errors.Select(e => e.Code));
        (esterno.Incarico, esterno.TipoAtto, esterno.NumeroAtto, esterno.DataAtto, esterno.EmanatoDa) =
            ("Segretario comunale", "Decreto", "3", "01/10/2026", "Sindaco");
        var comando = await Assegna(segretario, esterno);
        await Banco.Riesce(comando, Banco.Amministratore());
        var sua = await Banco.Legge(db => db.Appartenenze.AsNoTracking().SingleAsync(a => a.Id == comando.Id));
        Assert.Equal((true, "Segretario comunale", false), (sua.Esterno, sua.Incarico, sua.AttoMancante));
    }

    [Fact]
    public async Task Chi_era_RUP_un_certo_giorno_e_con_quale_atto()
    {
        var ente = Banco.Rup.EnteId!.Value;
        var rup = Banco.Rup;
        var sua = Banco.Catalogo.Appartenenze.Single(a => a.PersonaId == rup.PersonaId);
        var version = (await Banco.RileggiPersona(rup.PersonaId)).Version;
        await Banco.Riesce(new TogliRuolo(sua.Id, rup.PersonaId, "10/11/2026", version, "Comunicato in ritardo"), Banco.Amministratore());
        var nuova = await Banco.NuovaPersona();
        await Banco.Riesce(await Assegna(nuova, SampleAnagrafe.Ruolo(Ruolo.Rup, ente, "10/11/2026")), Banco.Amministratore());

        Assert.Equal(["Marta Collevento", "Aldo Ferrantini"], await Rup(ente, new DateOnly(2026, 11, 9)));
        Assert.Equal(["Marta Collevento", "Bruna Sorgenti"], await Rup(ente, new DateOnly(2026, 11, 10)));
        Assert.Empty(await Rup(ente, new DateOnly(2020, 1, 1)));
        var bruna = (await Nel(ente, new DateOnly(2026, 11, 10))).Single(n => n.PersonaId == nuova);
        Assert.Equal("12", bruna.Nomina.Atto!.Numero);
    }

    private async Task<IReadOnlyList<NelRuolo>> Nel(Guid ente, DateOnly giorno) =>
        (await Banco.Lettore.Leggi<ChiAvevaIlRuolo, IReadOnlyList<NelRuolo>>(Banco.Auditor, q => q.Esegui(ente, giorno, Banco.Auditor))).Value;

    private async Task<IEnumerable<string>> Rup(Guid ente, DateOnly giorno) => (await Nel(ente, giorno)).Where(n => n.Ruolo == Ruolo.Rup).Select(n => n.Nome);

    private async Task<AssegnaRuolo> Assegna(Guid persona, RuoloForm modulo) =>
        new(Guid.CreateVersion7(), persona, modulo, (await Banco.RileggiPersona(persona)).Version);

    /// <summary>Creates a person other than <paramref name="prima"/>.</summary>
    private async Task<Guid> Altra(Guid prima)
    {
        var comando = new SalvaPersona(Guid.CreateVersion7(), SampleAnagrafe.Persona("segretario@comune.tivoli.example", "SGRTRO"), null);
        await Banco.Riesce(comando, Banco.Amministratore());
        Assert.NotEqual(prima, comando.Id);
        return comando.Id;
    }
}
