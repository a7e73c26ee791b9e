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
        Bench.Query(db => db.Appartenenze.AsNoTracking()
            .SingleAsync(a => a.Ruolo == ruolo && db.Persone.Any(p => p.Id == a.PersonaId && p.NomeUtente == nomeUtente)));

    private async Task<RegistraAttoDiNomina> Comando(NominaForm form, string nomeUtente = "rup.tivoli", Ruolo ruolo = Ruolo.Rup)
    {
        var sua = await Sua(nomeUtente, ruolo);
        return new RegistraAttoDiNomina(sua.Id, sua.PersonaId, form, (await Bench.RileggiPersona(sua.PersonaId)).Version);
    }

    public override async Task Fa_cio_che_dice()
    {
        await Bench.Succeeds(await Comando(Modulo()), Bench.Amministratore());
        var sua = await Sua("rup.tivoli", Ruolo.Rup);
        Assert.Equal(new AttoDiNomina(TipoAttoDiNomina.Decreto, "7/2025", new DateOnly(2025, 2, 3), "Sindaco"), sua.Atto);
        Assert.Contains("7/2025", (await Bench.EventiSu(sua.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        foreach (var altro in new[] { Bench.Rup, Bench.RupOfAnotherEnte, Bench.Auditor, Bench.ActorOf("responsabile") })
        {
            await Bench.Refuses("accesso.negato", await Comando(Modulo()), altro);
        }
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        Assert.Equal("TipoAtto", (await Bench.Refuses("nomina.senza-atto", await Comando(new NominaForm()), Bench.Amministratore())).Field);
        Assert.Equal("DataAtto", (await Bench.Refuses("atto.data-futura", await Comando(Modulo("25/11/2026")), Bench.Amministratore())).Field);
        Assert.Equal("NumeroAtto", (await Bench.Refuses("modulo.mancante",
            await Comando(new NominaForm { TipoAtto = "Decreto", DataAtto = "03/02/2025", EmanatoDa = "Sindaco" }), Bench.Amministratore())).Field);
        await Bench.Refuses("nomina.non-prevista", await Comando(Modulo(), "istruttore.tivoli", Ruolo.Istruttore), Bench.Amministratore());
        await Bench.Refuses("nomina.esterno",
            await Comando(new NominaForm { Esterno = InputField.Yes, Incarico = "Segretario comunale" }), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", await Comando(Modulo()) with { PersonaId = Bench.Auditor.PersonaId, Version = 0 }, Bench.Amministratore());
    }

    private protected override async Task<(RegistraAttoDiNomina Command, Actor Actor)> SeenNow() => (await Comando(Modulo()), Bench.Amministratore());

    [Fact]
    public async Task Un_RUP_si_assegna_solo_con_il_suo_atto_e_un_Responsabile_esterno_anche_con_l_incarico()
    {
        var id = await Bench.NuovaPersona();
        var ente = Bench.Rup.EnteId;
        var senza = SampleAnagrafe.Ruolo(Ruolo.Rup, ente);
        (senza.TipoAtto, senza.NumeroAtto, senza.DataAtto, senza.EmanatoDa) = (null, null, null, null);
        await Bench.Refuses("nomina.senza-atto", await Assegna(id, senza), Bench.Amministratore());
        await Bench.Succeeds(await Assegna(id, SampleAnagrafe.Ruolo(Ruolo.Responsabile, ente)), Bench.Amministratore());

        var segretario = await Altra(id);
        var esterno = SampleAnagrafe.Ruolo(Ruolo.Responsabile, ente);
        esterno.Esterno = InputField.Yes;
        Assert.Equal(["nomina.senza-atto", "nomina.senza-incarico"],
            (await Bench.Run(await Assegna(segretario, esterno), Bench.Amministratore())).Errors.Select(e => e.Code));
        (esterno.Incarico, esterno.TipoAtto, esterno.NumeroAtto, esterno.DataAtto, esterno.EmanatoDa) =
            ("Segretario comunale", "Decreto", "3", "01/10/2026", "Sindaco");
        var comando = await Assegna(segretario, esterno);
        await Bench.Succeeds(comando, Bench.Amministratore());
        var sua = await Bench.Query(db => db.Appartenenze.AsNoTracking().SingleAsync(a => a.Id == comando.Id));
        Assert.Equal((true, "Segretario comunale", false), (sua.Esterno, sua.Incarico, sua.AttoMancante));
    }

    [Fact]
    public async Task Chi_era_RUP_un_certo_giorno_e_con_quale_atto()
    {
        var ente = Bench.Rup.EnteId!.Value;
        var rup = Bench.Rup;
        var sua = Bench.Catalogo.Appartenenze.Single(a => a.PersonaId == rup.PersonaId);
        var version = (await Bench.RileggiPersona(rup.PersonaId)).Version;
        await Bench.Succeeds(new TogliRuolo(sua.Id, rup.PersonaId, "10/11/2026", version, "Comunicato in ritardo"), Bench.Amministratore());
        var nuova = await Bench.NuovaPersona();
        await Bench.Succeeds(await Assegna(nuova, SampleAnagrafe.Ruolo(Ruolo.Rup, ente, "10/11/2026")), Bench.Amministratore());

        Assert.Equal(["Marta Collevento", "Aldo Ferrantini"], await Rup(ente, new DateOnly(2026, 11, 9)));
        Assert.Equal(["Marta Collevento", "Bruna Sorgenti"], await Rup(ente, new DateOnly(2026, 11, 10)));
        Assert.Empty(await Rup(ente, new DateOnly(2020, 1, 1)));
        var bruna = (await InRuolo(ente, new DateOnly(2026, 11, 10))).Single(n => n.PersonaId == nuova);
        Assert.Equal("12", bruna.Nomina.Atto!.Numero);
    }

    private async Task<IReadOnlyList<NelRuolo>> InRuolo(Guid ente, DateOnly giorno) =>
        (await Bench.Reader.Read<ChiAvevaIlRuolo, IReadOnlyList<NelRuolo>>(Bench.Auditor, q => q.Run(ente, giorno, Bench.Auditor))).Value;

    private async Task<IEnumerable<string>> Rup(Guid ente, DateOnly giorno) =>
        (await InRuolo(ente, giorno)).Where(n => n.Ruolo == Ruolo.Rup).Select(n => n.Nome);

    private async Task<AssegnaRuolo> Assegna(Guid persona, RuoloForm form) =>
        new(Guid.CreateVersion7(), persona, form, (await Bench.RileggiPersona(persona)).Version);

    /// <summary>Creates a second person, other than <paramref name="prima"/>. Returns the new id.</summary>
    private async Task<Guid> Altra(Guid prima)
    {
        var comando = new SalvaPersona(Guid.CreateVersion7(), SampleAnagrafe.Persona("segretario@comune.tivoli.example", "SGRTRO"), null);
        await Bench.Succeeds(comando, Bench.Amministratore());
        Assert.NotEqual(prima, comando.Id);
        return comando.Id;
    }
}
