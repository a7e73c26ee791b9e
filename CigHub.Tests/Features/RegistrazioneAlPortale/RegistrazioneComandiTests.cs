using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.RegistrazioneAlPortale;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.RegistrazioneAlPortale;

/// <summary>Helpers for a RUP of Tivoli who is not registered on the portal yet.</summary>
internal static class NewRup
{
    public static async Task<Actor> NuovoRup(this TestBench bench)
    {
        var id = await bench.NuovaPersona();
        await bench.Succeeds(new AssegnaRuolo(Guid.CreateVersion7(), id, SampleAnagrafe.Ruolo(Ruolo.Rup, bench.Rup.EnteId),
            (await bench.RileggiPersona(id)).Version), bench.Amministratore());
        return new Actor(id, Ruolo.Rup, bench.Rup.EnteId, [Ruolo.Rup]);
    }

    public static Task<RegistrazionePortale?> Registrazione(this TestBench bench, Actor di) =>
        bench.Query(db => db.RegistrazioniPortale.AsNoTracking().SingleOrDefaultAsync(r => r.PersonaId == di.PersonaId && r.EnteId == di.EnteId));

    /// <summary>Returns the command of a step of the registrazione al portale, as the RUP's page sends it.</summary>
    public static async Task<AggiornaRegistrazione> Passo(
        this TestBench bench, Actor di, PassoRegistrazione passo, string? motivo = null, string giorno = SampleAnagrafe.Oggi)
    {
        var sua = await bench.Registrazione(di);
        return new AggiornaRegistrazione(sua?.Id ?? Guid.CreateVersion7(), passo, giorno, motivo, sua?.Version);
    }
}

public sealed class AggiornaRegistrazioneTests : VersionedCommandContract<AggiornaRegistrazione>
{
    public override async Task Fa_cio_che_dice()
    {
        var rup = await Bench.NuovoRup();
        foreach (var (passo, atteso) in new[]
        {
            (PassoRegistrazione.SegnaRichiesta, StatoRegistrazione.Richiesta),
            (PassoRegistrazione.SegnaCredenziali, StatoRegistrazione.CredenzialiRicevute),
            (PassoRegistrazione.SegnaPasswordCambiata, StatoRegistrazione.PasswordCambiata),
            (PassoRegistrazione.SegnaAttiva, StatoRegistrazione.Attiva),
        })
        {
            await Bench.Succeeds(await Bench.Passo(rup, passo), rup);
            Assert.Equal(atteso, (await Bench.Registrazione(rup))!.Stato);
        }

        var evento = (await Bench.EventiSu(rup.PersonaId))[^1];
        Assert.Contains("\"registrazione.aggiornata\"", evento, StringComparison.Ordinal);
        Assert.Contains("\"Stato\":\"Attiva\"", evento, StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var rup = await Bench.NuovoRup();
        foreach (var altro in new[] { Bench.Auditor, Bench.Amministratore(), Bench.ActorOf("istruttore.tivoli"), Bench.ActorOf("responsabile"),
            rup with { EnteId = Bench.RupOfAnotherEnte.EnteId } })
        {
            await Bench.Refuses("accesso.negato", await Bench.Passo(rup, PassoRegistrazione.SegnaRichiesta), altro);
        }

        // A user cannot take a step of another person, because the command applies to its actor.
        var sua = (await Bench.Registrazione(Bench.Rup))!;
        await Bench.Refuses(StaleEdit.ErrorCode,
            new AggiornaRegistrazione(sua.Id, PassoRegistrazione.Sospendi, SampleAnagrafe.Oggi, "x", sua.Version), Bench.RupOfAnotherEnte);
        Assert.Equal(StatoRegistrazione.Attiva, (await Bench.Registrazione(Bench.Rup))!.Stato);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var rup = await Bench.NuovoRup();
        await Bench.Refuses("registrazione.stato", await Bench.Passo(rup, PassoRegistrazione.SegnaAttiva), rup);
        Assert.Equal("Giorno", (await Bench.Refuses("data.formato", await Bench.Passo(rup, PassoRegistrazione.SegnaRichiesta, giorno: "ieri"), rup)).Field);
        Assert.Equal("Giorno", (await Bench.Refuses(
            "registrazione.giorno-futuro", await Bench.Passo(rup, PassoRegistrazione.SegnaRichiesta, giorno: "25/11/2026"), rup)).Field);
        Assert.Null(await Bench.Registrazione(rup));
        Assert.Equal("Motivo", (await Bench.Refuses("registrazione.senza-motivo", await Bench.Passo(Bench.Rup, PassoRegistrazione.Sospendi))).Field);
    }

    private protected override async Task<(AggiornaRegistrazione Command, Actor Actor)> SeenNow() =>
        (await Bench.Passo(Bench.Rup, PassoRegistrazione.Sospendi, "accesso bloccato"), Bench.Rup);

    [Fact]
    public async Task Una_seconda_finestra_che_non_ne_vedeva_nessuna_e_rifiutata()
    {
        var rup = await Bench.NuovoRup();
        await Bench.Succeeds(await Bench.Passo(rup, PassoRegistrazione.SegnaRichiesta), rup);
        await Bench.Refuses(StaleEdit.ErrorCode,
            new AggiornaRegistrazione(Guid.CreateVersion7(), PassoRegistrazione.SegnaRichiesta, SampleAnagrafe.Oggi, null, null), rup);
    }

    [Fact]
    public async Task Chi_non_e_attiva_sul_portale_non_avvia_una_richiesta_e_lo_sa_prima()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        Assert.False((await Bench.Reader.Read<RegistrazioneDelRup, RupNonRegistrato>(Bench.Rup, q => q.Run(id, Bench.Rup))).IsSuccess);
        await Bench.Succeeds(await Bench.Passo(Bench.Rup, PassoRegistrazione.Sospendi, "accesso bloccato"));
        var prima = await Bench.Reader.Read<RegistrazioneDelRup, RupNonRegistrato>(Bench.Rup, q => q.Run(id, Bench.Rup));
        Assert.Equal((StatoRegistrazione.Sospesa, true), (prima.Value.Stato, prima.Value.Mia));
        var rifiuto = await Bench.Refuses(
            RegistrazionePortale.CodiceNonRegistrato, new AvviaRichiestaCig(id, await Bench.Version(id), DichiarazioneConflitto.VersioneTesto));
        Assert.Equal(prima.Value.Perche, rifiuto);
        Assert.Equal(StatoAffidamento.ProntoPerIlPortale, (await Bench.ReadAgain(id)).Stato);

        await Bench.Succeeds(await Bench.Passo(Bench.Rup, PassoRegistrazione.Riprendi, "sbloccato"));
        await Bench.Succeeds(new AvviaRichiestaCig(id, await Bench.Version(id), DichiarazioneConflitto.VersioneTesto));
    }

    [Fact]
    public async Task Attiva_in_un_Ente_non_vuol_dire_attiva_in_un_altro()
    {
        var tivoli = Bench.Rup;
        var velletri = Bench.RupOfAnotherEnte.EnteId!.Value;
        await Bench.Succeeds(new AssegnaRuolo(Guid.CreateVersion7(), tivoli.PersonaId, SampleAnagrafe.Ruolo(Ruolo.Rup, velletri),
            (await Bench.RileggiPersona(tivoli.PersonaId)).Version), Bench.Amministratore());
        var la = tivoli with { EnteId = velletri };
        Assert.Equal(StatoRegistrazione.DaRichiedere, (await Bench.Reader.Read<RegistrazioneDelRup, RupNonRegistrato>(la, q => q.Mia(la))).Value.Stato);
    }
}

public sealed class CambiaSospensioneTests : VersionedCommandContract<CambiaSospensione>
{
    private async Task<CambiaSospensione> Comando(bool sospesa = true, string? motivo = "verifica in corso")
    {
        var sua = (await Bench.Registrazione(Bench.Rup))!;
        return new CambiaSospensione(sua.Id, sospesa, motivo, sua.Version);
    }

    public override async Task Fa_cio_che_dice()
    {
        await Bench.Succeeds(await Comando(), Bench.Amministratore());
        var sua = (await Bench.Registrazione(Bench.Rup))!;
        Assert.Equal((StatoRegistrazione.Sospesa, "verifica in corso", true), (sua.Stato, sua.MotivoSospensione, sua.SospesaDallUfficio));
        await Bench.Refuses("registrazione.sospesa-dall-ufficio", await Bench.Passo(Bench.Rup, PassoRegistrazione.Riprendi, "io"));
        await Bench.Succeeds(await Comando(false, "verificato"), Bench.Amministratore());
        Assert.Equal(StatoRegistrazione.Attiva, (await Bench.Registrazione(Bench.Rup))!.Stato);
        Assert.Contains("\"motivo\":\"verificato\"", (await Bench.EventiSu(Bench.Rup.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        foreach (var altro in new[] { Bench.Rup, Bench.RupOfAnotherEnte, Bench.Auditor, Bench.ActorOf("responsabile"), Bench.ActorOf("istruttore.tivoli") })
        {
            await Bench.Refuses("accesso.negato", await Comando(), altro);
        }
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("registrazione.stato", await Comando(sospesa: false), Bench.Amministratore());
        Assert.Equal("Motivo", (await Bench.Refuses("registrazione.senza-motivo", await Comando(motivo: " "), Bench.Amministratore())).Field);
        await Bench.Refuses("dati.non-trovato", await Comando() with { Id = Guid.CreateVersion7() }, Bench.Amministratore());
    }

    private protected override async Task<(CambiaSospensione Command, Actor Actor)> SeenNow() => (await Comando(), Bench.Amministratore());
}

public sealed class PreparaRichiestaRegistrazioneTests : CommandContract<PreparaRichiestaRegistrazione>
{
    [Theory]
    [InlineData(UscitaRichiesta.Testo)]
    [InlineData(UscitaRichiesta.Posta)]
    [InlineData(UscitaRichiesta.File)]
    public async Task Ogni_uscita_lascia_il_suo_evento_e_non_cambia_lo_stato(UscitaRichiesta uscita)
    {
        var rup = await Bench.NuovoRup();
        await Bench.Succeeds(new PreparaRichiestaRegistrazione(uscita, false), rup);
        var evento = (await Bench.EventiSu(rup.PersonaId))[^1];
        Assert.Contains($"\"uscita\":\"{uscita}\"", evento, StringComparison.Ordinal);

        // The event holds a hash of the text instead of personal data.
        Assert.DoesNotContain((await Bench.RileggiPersona(rup.PersonaId)).Telefono, evento, StringComparison.Ordinal);
        Assert.Null(await Bench.Registrazione(rup));
    }

    public override async Task Fa_cio_che_dice()
    {
        var rup = await Bench.NuovoRup();
        await Bench.Succeeds(await Bench.Passo(rup, PassoRegistrazione.SegnaRichiesta, giorno: "18/11/2026"), rup);
        var mia = (await Bench.Reader.Read<MiaRegistrazione, RegistrazioneDetails>(rup, q => q.Run(rup))).Value;
        Assert.True(mia is { Sollecito: true, DaSollecitare: true });
        Assert.Contains("18/11/2026", mia.Richiesta.Testo, StringComparison.Ordinal);
        await Bench.Succeeds(new PreparaRichiestaRegistrazione(UscitaRichiesta.File, true), rup);
        Assert.Contains("\"sollecito\":true", (await Bench.EventiSu(rup.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        foreach (var altro in new[] { Bench.Auditor, Bench.Amministratore(), Bench.ActorOf("responsabile"), Bench.ActorOf("istruttore.tivoli"),
            Bench.Rup with { EnteId = Bench.RupOfAnotherEnte.EnteId } })
        {
            await Bench.Refuses("accesso.negato", new PreparaRichiestaRegistrazione(UscitaRichiesta.Testo, false), altro);
        }
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("registrazione.stato", new PreparaRichiestaRegistrazione(UscitaRichiesta.Testo, false));
        var rup = await Bench.NuovoRup();
        await Bench.Refuses("registrazione.stato", new PreparaRichiestaRegistrazione(UscitaRichiesta.Testo, true), rup);
        var senza = SampleAnagrafe.Persona();
        senza.Telefono = "";
        await Bench.Succeeds(new SalvaPersona(rup.PersonaId, senza, (await Bench.RileggiPersona(rup.PersonaId)).Version), Bench.Amministratore());
        await Bench.Refuses("richiesta.telefono", new PreparaRichiestaRegistrazione(UscitaRichiesta.Testo, false), rup);
        var viste = await Bench.Reader.Read<RegistrazioniDellaPersona, IReadOnlyList<RegistrazioneAllEnte>>(
            Bench.Amministratore(), async q => await q.Run(rup.PersonaId, Bench.Amministratore()));
        Assert.Equal("richiesta.telefono", Assert.Single(Assert.Single(viste.Value).Mancanti).Codice);
    }

    [Fact]
    public async Task Una_richiesta_inviata_nel_frattempo_non_si_chiede_due_volte()
    {
        var rup = await Bench.NuovoRup();
        await Bench.Succeeds(await Bench.Passo(rup, PassoRegistrazione.SegnaRichiesta), rup);
        await Bench.Refuses("registrazione.stato", new PreparaRichiestaRegistrazione(UscitaRichiesta.Testo, false), rup);
    }
}

/// <summary>
/// Checks data written before the app kept the registrazione al portale. A RUP who already had a CIG must become active, only once and with
/// an event.
/// </summary>
public sealed class RegistrazioniGiaAttiveTests : WithBench
{
    [Fact]
    public async Task Chi_aveva_gia_un_CIG_risulta_attiva_e_nessun_altra()
    {
        await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        await Bench.Affidamento(StatoAffidamento.CigInRichiesta, rup: "rup2.tivoli");
        await Svuota();
        await Bench.Services.DeduciRegistrazioni();
        var dedotta = Assert.Single(await Bench.Query(db => db.RegistrazioniPortale.AsNoTracking().ToListAsync()));
        Assert.Equal((Bench.Rup.PersonaId, Bench.Rup.EnteId, StatoRegistrazione.Attiva), (dedotta.PersonaId, dedotta.EnteId, dedotta.Stato));
        Assert.Contains("\"registrazione.dedotta\"", (await Bench.EventiSu(Bench.Rup.PersonaId))[^1], StringComparison.Ordinal);

        var eventi = await Bench.Query(db => db.Registro.CountAsync());
        await Bench.Services.DeduciRegistrazioni();
        Assert.Equal(eventi, await Bench.Query(db => db.Registro.CountAsync()));
    }

    /// <summary>Empties the table of registrazioni, to imitate a database from before that table existed.</summary>
    private async Task Svuota()
    {
        await using var file = Bench.OpenFile();
        await using var comando = file.CreateCommand();
        comando.CommandText = "DELETE FROM RegistrazioniPortale";
        await comando.ExecuteNonQueryAsync();
    }
}
