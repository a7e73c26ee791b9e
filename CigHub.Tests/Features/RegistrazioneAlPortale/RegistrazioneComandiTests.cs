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
    public static async Task<Actor> NuovoRup(this TestBench banco)
    {
        var id = await banco.NuovaPersona();
        await banco.Riesce(new AssegnaRuolo(Guid.CreateVersion7(), id, SampleAnagrafe.Ruolo(Ruolo.Rup, banco.Rup.EnteId),
            (await banco.RileggiPersona(id)).Version), banco.Amministratore());
        return new Actor(id, Ruolo.Rup, banco.Rup.EnteId, [Ruolo.Rup]);
    }

    public static Task<RegistrazionePortale?> Registrazione(this TestBench banco, Actor di) =>
        banco.Legge(db => db.RegistrazioniPortale.AsNoTracking().SingleOrDefaultAsync(r => r.PersonaId == di.PersonaId && r.EnteId == di.EnteId));

    /// <summary>Returns the command of a step as the RUP's page sends it.</summary>
    public static async Task<AggiornaRegistrazione> Passo(
        this TestBench banco, Actor di, PassoRegistrazione passo, string? motivo = null, string giorno = SampleAnagrafe.Oggi)
    {
        var sua = await banco.Registrazione(di);
        return new AggiornaRegistrazione(sua?.Id ?? Guid.CreateVersion7(), passo, giorno, motivo, sua?.Version);
    }
}

public sealed class AggiornaRegistrazioneTests : VersionedCommandContract<AggiornaRegistrazione>
{
    public override async Task Fa_cio_che_dice()
    {
        var rup = await Banco.NuovoRup();
        foreach (var (passo, atteso) in new[]
        {
            (PassoRegistrazione.SegnaRichiesta, StatoRegistrazione.Richiesta),
            (PassoRegistrazione.SegnaCredenziali, StatoRegistrazione.CredenzialiRicevute),
            (PassoRegistrazione.SegnaPasswordCambiata, StatoRegistrazione.PasswordCambiata),
            (PassoRegistrazione.SegnaAttiva, StatoRegistrazione.Attiva),
        })
        {
            await Banco.Riesce(await Banco.Passo(rup, passo), rup);
            Assert.Equal(atteso, (await Banco.Registrazione(rup))!.Stato);
        }

        var evento = (await Banco.EventiSu(rup.PersonaId))[^1];
        Assert.Contains("\"registrazione.aggiornata\"", evento, StringComparison.Ordinal);
        Assert.Contains("\"Stato\":\"Attiva\"", evento, StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var rup = await Banco.NuovoRup();
        foreach (var altro in new[] { Banco.Auditor, Banco.Amministratore(), Banco.Come("istruttore.tivoli"), Banco.Come("responsabile"),
            rup with { EnteId = Banco.RupDiUnAltroEnte.EnteId } })
        {
            await Banco.Rifiuta("accesso.negato", await Banco.Passo(rup, PassoRegistrazione.SegnaRichiesta), altro);
        }

        // A user cannot take a step of another person, because the command applies to its actor.
        var sua = (await Banco.Registrazione(Banco.Rup))!;
        await Banco.Rifiuta(StaleEdit.ErrorCode,
            new AggiornaRegistrazione(sua.Id, PassoRegistrazione.Sospendi, SampleAnagrafe.Oggi, "x", sua.Version), Banco.RupDiUnAltroEnte);
        Assert.Equal(StatoRegistrazione.Attiva, (await Banco.Registrazione(Banco.Rup))!.Stato);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var rup = await Banco.NuovoRup();
        await Banco.Rifiuta("registrazione.stato", await Banco.Passo(rup, PassoRegistrazione.SegnaAttiva), rup);
        Assert.Equal("Giorno", (await Banco.Rifiuta("data.formato", await Banco.Passo(rup, PassoRegistrazione.SegnaRichiesta, giorno: "ieri"), rup)).Field);
        Assert.Equal("Giorno", (await Banco.Rifiuta(
            "registrazione.giorno-futuro", await Banco.Passo(rup, PassoRegistrazione.SegnaRichiesta, giorno: "25/11/2026"), rup)).Field);
        Assert.Null(await Banco.Registrazione(rup));
        Assert.Equal("Motivo", (await Banco.Rifiuta("registrazione.senza-motivo", await Banco.Passo(Banco.Rup, PassoRegistrazione.Sospendi))).Field);
    }

    private protected override async Task<(AggiornaRegistrazione Command, Actor Actor)> SeenNow() =>
        (await Banco.Passo(Banco.Rup, PassoRegistrazione.Sospendi, "accesso bloccato"), Banco.Rup);

    [Fact]
    public async Task Una_seconda_finestra_che_non_ne_vedeva_nessuna_e_rifiutata()
    {
        var rup = await Banco.NuovoRup();
        await Banco.Riesce(await Banco.Passo(rup, PassoRegistrazione.SegnaRichiesta), rup);
        await Banco.Rifiuta(StaleEdit.ErrorCode,
            new AggiornaRegistrazione(Guid.CreateVersion7(), PassoRegistrazione.SegnaRichiesta, SampleAnagrafe.Oggi, null, null), rup);
    }

    [Fact]
    public async Task Chi_non_e_attiva_sul_portale_non_avvia_una_richiesta_e_lo_sa_prima()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        Assert.False((await Banco.Lettore.Leggi<RegistrazioneDelRup, RupNonRegistrato>(Banco.Rup, q => q.Esegui(id, Banco.Rup))).IsSuccess);
        await Banco.Riesce(await Banco.Passo(Banco.Rup, PassoRegistrazione.Sospendi, "accesso bloccato"));
        var prima = await Banco.Lettore.Leggi<RegistrazioneDelRup, RupNonRegistrato>(Banco.Rup, q => q.Esegui(id, Banco.Rup));
        Assert.Equal((StatoRegistrazione.Sospesa, true), (prima.Value.Stato, prima.Value.Mia));
        var rifiuto = await Banco.Rifiuta(
            RegistrazionePortale.CodiceNonRegistrato, new AvviaRichiestaCig(id, await Banco.Version(id), DichiarazioneConflitto.VersioneTesto));
        Assert.Equal(prima.Value.Perche, rifiuto);
        Assert.Equal(StatoAffidamento.ProntoPerIlPortale, (await Banco.Rileggi(id)).Stato);

        await Banco.Riesce(await Banco.Passo(Banco.Rup, PassoRegistrazione.Riprendi, "sbloccato"));
        await Banco.Riesce(new AvviaRichiestaCig(id, await Banco.Version(id), DichiarazioneConflitto.VersioneTesto));
    }

    [Fact]
    public async Task Attiva_in_un_Ente_non_vuol_dire_attiva_in_un_altro()
    {
        var tivoli = Banco.Rup;
        var velletri = Banco.RupDiUnAltroEnte.EnteId!.Value;
        await Banco.Riesce(new AssegnaRuolo(Guid.CreateVersion7(), tivoli.PersonaId, SampleAnagrafe.Ruolo(Ruolo.Rup, velletri),
            (await Banco.RileggiPersona(tivoli.PersonaId)).Version), Banco.Amministratore());
        var la = tivoli with { EnteId = velletri };
        Assert.Equal(StatoRegistrazione.DaRichiedere, (await Banco.Lettore.Leggi<RegistrazioneDelRup, RupNonRegistrato>(la, q => q.Mia(la))).Value.Stato);
    }
}

public sealed class CambiaSospensioneTests : VersionedCommandContract<CambiaSospensione>
{
    private async Task<CambiaSospensione> Comando(bool sospesa = true, string? motivo = "verifica in corso")
    {
        var sua = (await Banco.Registrazione(Banco.Rup))!;
        return new CambiaSospensione(sua.Id, sospesa, motivo, sua.Version);
    }

    public override async Task Fa_cio_che_dice()
    {
        await Banco.Riesce(await Comando(), Banco.Amministratore());
        var sua = (await Banco.Registrazione(Banco.Rup))!;
        Assert.Equal((StatoRegistrazione.Sospesa, "verifica in corso", true), (sua.Stato, sua.MotivoSospensione, sua.SospesaDallUfficio));
        await Banco.Rifiuta("registrazione.sospesa-dall-ufficio", await Banco.Passo(Banco.Rup, PassoRegistrazione.Riprendi, "io"));
        await Banco.Riesce(await Comando(false, "verificato"), Banco.Amministratore());
        Assert.Equal(StatoRegistrazione.Attiva, (await Banco.Registrazione(Banco.Rup))!.Stato);
        Assert.Contains("\"motivo\":\"verificato\"", (await Banco.EventiSu(Banco.Rup.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        foreach (var altro in new[] { Banco.Rup, Banco.RupDiUnAltroEnte, Banco.Auditor, Banco.Come("responsabile"), Banco.Come("istruttore.tivoli") })
        {
            await Banco.Rifiuta("accesso.negato", await Comando(), altro);
        }
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Rifiuta("registrazione.stato", await Comando(sospesa: false), Banco.Amministratore());
        Assert.Equal("Motivo", (await Banco.Rifiuta("registrazione.senza-motivo", await Comando(motivo: " "), Banco.Amministratore())).Field);
        await Banco.Rifiuta("dati.non-trovato", await Comando() with { Id = Guid.CreateVersion7() }, Banco.Amministratore());
    }

    private protected override async Task<(CambiaSospensione Command, Actor Actor)> SeenNow() => (await Comando(), Banco.Amministratore());
}

public sealed class PreparaRichiestaRegistrazioneTests : CommandContract<PreparaRichiestaRegistrazione>
{
    [Theory]
    [InlineData(UscitaRichiesta.Testo)]
    [InlineData(UscitaRichiesta.Posta)]
    [InlineData(UscitaRichiesta.File)]
    public async Task Ogni_uscita_lascia_il_suo_evento_e_non_cambia_lo_stato(UscitaRichiesta uscita)
    {
        var rup = await Banco.NuovoRup();
        await Banco.Riesce(new PreparaRichiestaRegistrazione(uscita, false), rup);
        var evento = (await Banco.EventiSu(rup.PersonaId))[^1];
        Assert.Contains($"\"uscita\":\"{uscita}\"", evento, StringComparison.Ordinal);

        // The event holds a hash of the text instead of personal data.
        Assert.DoesNotContain((await Banco.RileggiPersona(rup.PersonaId)).Telefono, evento, StringComparison.Ordinal);
        Assert.Null(await Banco.Registrazione(rup));
    }

    public override async Task Fa_cio_che_dice()
    {
        var rup = await Banco.NuovoRup();
        await Banco.Riesce(await Banco.Passo(rup, PassoRegistrazione.SegnaRichiesta, giorno: "18/11/2026"), rup);
        var mia = (await Banco.Lettore.Leggi<MiaRegistrazione, RegistrazioneDetails>(rup, q => q.Esegui(rup))).Value;
        Assert.True(mia is { Sollecito: true, DaSollecitare: true });
        Assert.Contains("18/11/2026", mia.Richiesta.Testo, StringComparison.Ordinal);
        await Banco.Riesce(new PreparaRichiestaRegistrazione(UscitaRichiesta.File, true), rup);
        Assert.Contains("\"sollecito\":true", (await Banco.EventiSu(rup.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        foreach (var altro in new[] { Banco.Auditor, Banco.Amministratore(), Banco.Come("responsabile"), Banco.Come("istruttore.tivoli"),
            Banco.Rup with { EnteId = Banco.RupDiUnAltroEnte.EnteId } })
        {
            await Banco.Rifiuta("accesso.negato", new PreparaRichiestaRegistrazione(UscitaRichiesta.Testo, false), altro);
        }
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Rifiuta("registrazione.stato", new PreparaRichiestaRegistrazione(UscitaRichiesta.Testo, false));
        var rup = await Banco.NuovoRup();
        await Banco.Rifiuta("registrazione.stato", new PreparaRichiestaRegistrazione(UscitaRichiesta.Testo, true), rup);
        var senza = SampleAnagrafe.Persona();
        senza.Telefono = "";
        await Banco.Riesce(new SalvaPersona(rup.PersonaId, senza, (await Banco.RileggiPersona(rup.PersonaId)).Version), Banco.Amministratore());
        await Banco.Rifiuta("richiesta.telefono", new PreparaRichiestaRegistrazione(UscitaRichiesta.Testo, false), rup);
        var viste = await Banco.Lettore.Leggi<RegistrazioniDellaPersona, IReadOnlyList<RegistrazioneAllEnte>>(
            Banco.Amministratore(), async q => await q.Esegui(rup.PersonaId, Banco.Amministratore()));
        Assert.Equal("richiesta.telefono", Assert.Single(Assert.Single(viste.Value).Mancanti).Codice);
    }

    [Fact]
    public async Task Una_richiesta_inviata_nel_frattempo_non_si_chiede_due_volte()
    {
        var rup = await Banco.NuovoRup();
        await Banco.Riesce(await Banco.Passo(rup, PassoRegistrazione.SegnaRichiesta), rup);
        await Banco.Rifiuta("registrazione.stato", new PreparaRichiestaRegistrazione(UscitaRichiesta.Testo, false), rup);
    }
}

/// <summary>Checks data from before the state of registration was kept. A RUP who already had a CIG becomes active, once and with an event.</summary>
public sealed class RegistrazioniGiaAttiveTests : WithBench
{
    [Fact]
    public async Task Chi_aveva_gia_un_CIG_risulta_attiva_e_nessun_altra()
    {
        await Banco.Affidamento(StatoAffidamento.CigAcquisito);
        await Banco.Affidamento(StatoAffidamento.CigInRichiesta, rup: "rup2.tivoli");
        await Svuota();
        await Banco.Services.DeduciRegistrazioni();
        var dedotta = Assert.Single(await Banco.Legge(db => db.RegistrazioniPortale.AsNoTracking().ToListAsync()));
        Assert.Equal((Banco.Rup.PersonaId, Banco.Rup.EnteId, StatoRegistrazione.Attiva), (dedotta.PersonaId, dedotta.EnteId, dedotta.Stato));
        Assert.Contains("\"registrazione.dedotta\"", (await Banco.EventiSu(Banco.Rup.PersonaId))[^1], StringComparison.Ordinal);

        var eventi = await Banco.Legge(db => db.Registro.CountAsync());
        await Banco.Services.DeduciRegistrazioni();
        Assert.Equal(eventi, await Banco.Legge(db => db.Registro.CountAsync()));
    }

    /// <summary>Empties the table of registrations, as in a database from before the state was kept.</summary>
    private async Task Svuota()
    {
        await using var file = Banco.ApriIlFile();
        await using var comando = file.CreateCommand();
        comando.CommandText = "DELETE FROM RegistrazioniPortale";
        await comando.ExecuteNonQueryAsync();
    }
}
