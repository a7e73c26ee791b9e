using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using CigHub.Web.Features.Cruscotto.Operativo;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Affidamenti.Approvazione;

/// <summary>
/// Helpers for tests of approvals: a Convenzione with a threshold, an Affidamento above it, and a Responsabile of Tivoli.
/// </summary>
internal static class WithSoglia
{
    public static Actor Responsabile(this TestBench bench) => bench.ActorOf("responsabile");

    public static async Task Soglia(this TestBench bench, string? soglia, string? dichiarazioniAl = null)
    {
        var convenzione = await bench.Query(db => db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == bench.Catalogo.Lotti[0].ConvenzioneId));
        var form = ConvenzioneForm.Of(convenzione);
        (form.SogliaApprovazione, form.DichiarazioniAl) = (soglia, dichiarazioniAl);
        await bench.Succeeds(new SalvaConvenzione(convenzione.Id, form, convenzione.Version), bench.ActorOf("amministratore"));
    }

    /// <summary>Creates a complete Affidamento of 1 000,00 €, above the threshold of 999,99 € of its Convenzione. Returns its id.</summary>
    public static async Task<Guid> SopraSoglia(this TestBench bench)
    {
        await bench.Soglia("999,99");
        var id = await bench.Affidamento(StatoAffidamento.InLavorazione);
        await bench.Complete(id);
        return id;
    }

    public static async Task<Guid> InApprovazione(this TestBench bench)
    {
        var id = await bench.SopraSoglia();
        await bench.Succeeds(new InviaPerApprovazione(id, await bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        return id;
    }

    public static async Task<ApprovaAffidamento> Approva(this TestBench bench, Guid id) =>
        new(id, await bench.Version(id), DichiarazioneConflitto.VersioneTesto);

    public static async Task<AvviaRichiestaCig> Start(this TestBench bench, Guid id) => new(id, await bench.Version(id), DichiarazioneConflitto.VersioneTesto);

    /// <summary>Assigns a further role to a person, at the given Ente or at none. Returns the person as an actor in that role.</summary>
    public static async Task<Actor> Anche(this TestBench bench, Actor chi, Ruolo ruolo, Guid? ente)
    {
        await bench.Services.GetRequiredService<SystemWriter>().Write(db =>
        {
            db.Appartenenze.Add(new Appartenenza(Guid.CreateVersion7(), chi.PersonaId, ruolo, ente, new DateOnly(2026, 1, 1)));
            return Task.FromResult(Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Catalogo, Guid.Empty, null)));
        });
        return chi with { Ruolo = ruolo, EnteId = ente, RuoliToken = [.. chi.RuoliToken, ruolo] };
    }
}

/// <summary>
/// Checks that an Affidamento above the threshold of its Convenzione needs the approval of a person who is neither its author nor its RUP.
/// </summary>
public sealed class ApprovazioneTests : WithBench
{
    [Fact]
    public async Task Alla_soglia_non_serve_approvazione_un_centesimo_sopra_si()
    {
        await Bench.Soglia("1000,00");
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        await Bench.Refuses(
            "approvazione.non-necessaria", new InviaPerApprovazione(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        await Bench.Soglia("999,99");
        await Bench.Refuses("approvazione.necessaria", new SegnaPronto(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        await Bench.Succeeds(new InviaPerApprovazione(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        Assert.Equal(StatoAffidamento.InApprovazione, (await Bench.ReadAgain(id)).Stato);
    }

    [Fact]
    public async Task Senza_approvazione_la_richiesta_non_parte_anche_se_la_soglia_e_stata_abbassata_dopo()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Soglia("10,00");
        await Bench.Refuses("approvazione.necessaria", await Bench.Start(id));
        await Bench.Succeeds(new RiportaInLavorazione(id, await Bench.Version(id)));
        await Bench.Succeeds(new InviaPerApprovazione(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        await Bench.Refuses("affidamento.stato", await Bench.Start(id));
        await Bench.Succeeds(await Bench.Approva(id), Bench.Responsabile());
        await Bench.Succeeds(await Bench.Start(id));
    }

    [Fact]
    public async Task Tornare_in_lavorazione_revoca_l_approvazione()
    {
        var id = await Bench.InApprovazione();
        await Bench.Succeeds(await Bench.Approva(id), Bench.Responsabile());
        Assert.Equal(Bench.Responsabile().PersonaId, (await Bench.ReadAgain(id)).ApprovatoDaId);
        await Bench.Refuses("affidamento.stato", new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, "Altro", (await Bench.ReadAgain(id)).Oggetto)]));
        await Bench.Succeeds(new RiportaInLavorazione(id, await Bench.Version(id)));
        var riaperto = await Bench.ReadAgain(id);
        Assert.Equal((StatoAffidamento.InLavorazione, null, null, null), (riaperto.Stato, riaperto.ApprovatoDaId, riaperto.ApprovatoIl, riaperto.InviatoDaId));
        await Bench.Refuses("approvazione.necessaria", new SegnaPronto(id, riaperto.Version, Dichiarazione: DichiarazioneConflitto.VersioneTesto));
    }

    [Fact]
    public async Task Chi_ha_creato_o_e_RUP_non_approva_nemmeno_in_un_altro_ruolo()
    {
        var id = await Bench.InApprovazione();
        var rup = await Bench.Anche(Bench.Rup, Ruolo.Responsabile, Bench.Rup.EnteId);
        await Bench.Refuses("approvazione.autore-o-rup", await Bench.Approva(id), rup);
        await Bench.Refuses("approvazione.autore-o-rup", new RestituisciAffidamento(id, "No", await Bench.Version(id)), rup);

        // Another person is the RUP now. The author still may not approve.
        await Bench.Succeeds(new AssegnaAMe(id, await Bench.Version(id)), Bench.ActorOf("rup2.tivoli", Ruolo.Rup));
        await Bench.Refuses("approvazione.autore-o-rup", await Bench.Approva(id), rup);
    }

    [Fact]
    public async Task Chi_ha_lavorato_alla_bozza_non_la_approva_e_un_altro_si()
    {
        var id = await Bench.SopraSoglia();
        var istruttore = Bench.ActorOf("istruttore.tivoli");
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, "Ritoccato", (await Bench.ReadAgain(id)).Oggetto)]), istruttore);
        await Bench.Succeeds(new InviaPerApprovazione(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        var responsabile = await Bench.Anche(istruttore, Ruolo.Responsabile, istruttore.EnteId);
        await Bench.Refuses("approvazione.ha-lavorato", await Bench.Approva(id), responsabile);

        // The Cruscotto does not offer the Affidamento to this person, but offers it to the others.
        Assert.Empty((await DaApprovare(responsabile)).Voci);
        Assert.Equal([id], (await DaApprovare(Bench.Responsabile())).Voci.Select(v => v.Id));
        Assert.False((await Attende(responsabile)).SenzaApprovatore);

        // Every other Responsabile is disabled, and the only one left may not approve.
        foreach (var altro in await Bench.Query(db => db.Appartenenze.Where(a => a.Ruolo == Ruolo.Responsabile && a.PersonaId != responsabile.PersonaId)
            .Select(a => a.PersonaId).Distinct().ToListAsync()))
        {
            await Bench.Succeeds(new DisattivaPersona(altro, "Trasferita", (await Bench.RileggiPersona(altro)).Version), Bench.Amministratore());
        }

        Assert.True((await Attende(responsabile)).SenzaApprovatore);

        // A person of another Ente is appointed Responsabile of this one, and may approve.
        var esterno = await Bench.Anche(Bench.RupOfAnotherEnte, Ruolo.Responsabile, Bench.Rup.EnteId);
        await Bench.Succeeds(await Bench.Approva(id), esterno);
        Assert.Equal(esterno.PersonaId, (await Bench.ReadAgain(id)).ApprovatoDaId);
    }

    private async Task<LavoroRow> Attende(Actor chi) =>
        Assert.Single((await Bench.Reader.Read<ListaDiLavoro, GruppoDiLavoro>(chi, async q => await q.One(Attesa.InApprovazione, chi))).Value.Voci);

    private async Task<GruppoDiLavoro> DaApprovare(Actor chi) =>
        (await Bench.Reader.Read<ListaDiLavoro, GruppoDiLavoro>(chi, async q => await q.One(Attesa.DaApprovare, chi))).Value;

    [Fact]
    public async Task Chi_lo_ha_solo_inviato_o_dichiarato_pronto_non_lo_approva()
    {
        var istruttore = Bench.ActorOf("istruttore.tivoli");
        var responsabile = await Bench.Anche(istruttore, Ruolo.Responsabile, istruttore.EnteId);
        var inviato = await Bench.SopraSoglia();
        await Bench.Succeeds(new InviaPerApprovazione(inviato, await Bench.Version(inviato), Dichiarazione: DichiarazioneConflitto.VersioneTesto), istruttore);
        await Bench.Refuses("approvazione.ha-lavorato", await Bench.Approva(inviato), responsabile);

        // The Istruttore declares it ready while no approval is needed. The RUP sends it when one is needed.
        await Bench.Soglia(null);
        var pronto = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(pronto);
        await Bench.Succeeds(new SegnaPronto(pronto, await Bench.Version(pronto), Dichiarazione: DichiarazioneConflitto.VersioneTesto), istruttore);
        await Bench.Succeeds(new RiportaInLavorazione(pronto, await Bench.Version(pronto)));
        await Bench.Soglia("999,99");
        await Bench.Succeeds(new InviaPerApprovazione(pronto, await Bench.Version(pronto), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        await Bench.Refuses("approvazione.ha-lavorato", await Bench.Approva(pronto), responsabile);
    }

    [Fact]
    public async Task Chi_ha_approvato_non_ne_diventa_il_RUP()
    {
        var id = await Bench.InApprovazione();
        var altroRup = Bench.ActorOf("rup2.tivoli", Ruolo.Rup);
        await Bench.Succeeds(await Bench.Approva(id), await Bench.Anche(altroRup, Ruolo.Responsabile, altroRup.EnteId));
        await Bench.Refuses("approvazione.rup-approvatore", new AssegnaAMe(id, await Bench.Version(id)), altroRup);

        // The approver cannot become the RUP on the portal either.
        await Bench.Succeeds(await Bench.Start(id));
        var sostituzione = new SostituzioneForm { NuovoRupId = altroRup.PersonaId.ToString(), Numero = "12", Data = "24/11/2026", Decorrenza = "24/11/2026" };
        await Bench.Refuses("approvazione.rup-approvatore", new AvviaSostituzioneRup(id, Guid.CreateVersion7(), sostituzione, await Bench.Version(id)));
        Assert.Equal(Bench.Rup.PersonaId, (await Bench.ReadAgain(id)).RupId);
    }

    [Fact]
    public async Task Cio_che_attende_e_nel_cruscotto_di_chi_puo_approvare_con_i_nomi_di_chi_puo()
    {
        var id = await Bench.InApprovazione();
        var gruppo = (await Bench.Reader.Read<ListaDiLavoro, GruppoDiLavoro>(
            Bench.Responsabile(), async q => await q.One(Attesa.DaApprovare, Bench.Responsabile()))).Value;
        Assert.Equal([id], gruppo.Voci.Select(v => v.Id));
        Assert.True(gruppo.Voci[0].DaApprovare);
        var visto = (await Bench.Reader.Read<ChiPuoProcedere, Procedibilita>(Bench.Rup, q => q.Run(id, Bench.Rup))).Value;
        Assert.NotEmpty(visto.Approvatori);
        Assert.Equal("approvazione.autore-o-rup", visto.NonPuoApprovare?.Code);
    }
}

public sealed class InviaPerApprovazioneTests : VersionedCommandContract<InviaPerApprovazione>
{
    [Fact]
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.SopraSoglia();
        var ricevuta = await Bench.Succeeds(
            new InviaPerApprovazione(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto), Bench.ActorOf("istruttore.tivoli"));
        var inviato = await Bench.ReadAgain(id);
        Assert.Equal((StatoAffidamento.InApprovazione, Bench.ActorOf("istruttore.tivoli").PersonaId), (inviato.Stato, inviato.InviatoDaId));
        Assert.Equal(Azioni.InviatoPerApprovazione, (await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq))).Azione);
    }

    [Fact]
    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.SopraSoglia();
        await Bench.Refuses("accesso.negato", new InviaPerApprovazione(id, 1, Dichiarazione: DichiarazioneConflitto.VersioneTesto), Bench.Responsabile());
        await Bench.Refuses("dati.non-trovato", new InviaPerApprovazione(id, 1, Dichiarazione: DichiarazioneConflitto.VersioneTesto), Bench.RupOfAnotherEnte);
    }

    [Fact]
    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.InApprovazione();
        await Bench.Refuses("affidamento.stato", new InviaPerApprovazione(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));

        // An incomplete draft cannot be sent.
        await Bench.Soglia("0,00");
        var incompleta = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(new SalvaBozza(incompleta, [new ModificaCampo(PercorsoAd4.QuadroEconomico(0, "impServizi"), "5,00", null)]));
        var incompiuta = new InviaPerApprovazione(incompleta, await Bench.Version(incompleta), Dichiarazione: DichiarazioneConflitto.VersioneTesto);
        Assert.Contains("ad4.mancante", (await Bench.Run(incompiuta)).Errors.Select(e => e.Code));
    }

    private protected override async Task<(InviaPerApprovazione Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.SopraSoglia();
        return (new InviaPerApprovazione(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto), Bench.Rup);
    }
}

public sealed class ApprovaAffidamentoTests : VersionedCommandContract<ApprovaAffidamento>
{
    [Fact]
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.InApprovazione();
        var ricevuta = await Bench.Succeeds(await Bench.Approva(id), Bench.Responsabile());
        var approvato = await Bench.ReadAgain(id);
        Assert.Equal((StatoAffidamento.ProntoPerIlPortale, Bench.Responsabile().PersonaId, TestBench.Now.UtcDateTime),
            (approvato.Stato, approvato.ApprovatoDaId, approvato.ApprovatoIl));
        var evento = System.Text.Encoding.UTF8.GetString((await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq))).Byte);
        Assert.Contains("99999", evento, StringComparison.Ordinal);
        Assert.Contains("dichiaro di non avere", evento, StringComparison.Ordinal);
    }

    [Fact]
    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.InApprovazione();
        await Bench.Refuses("accesso.negato", await Bench.Approva(id), Bench.ActorOf("istruttore.tivoli"));
        var daFuori = await Bench.Anche(Bench.RupOfAnotherEnte, Ruolo.Responsabile, Bench.RupOfAnotherEnte.EnteId);
        await Bench.Refuses("dati.non-trovato", await Bench.Approva(id), daFuori);
    }

    [Fact]
    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var pronto = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Refuses("affidamento.stato", await Bench.Approva(pronto), Bench.Responsabile());

        // Without the declaration nothing is approved.
        var id = await Bench.InApprovazione();
        await Bench.Refuses("conflitto.da-dichiarare", new ApprovaAffidamento(id, await Bench.Version(id), null), Bench.Responsabile());
        Assert.Equal(StatoAffidamento.InApprovazione, (await Bench.ReadAgain(id)).Stato);

        // The approval checks the Affidamento again. Meanwhile the window of adhesion has closed.
        Bench.Clock.Advance(TimeSpan.FromDays(400));
        await Bench.Refuses("convenzione.fuori-finestra", await Bench.Approva(await Scaduto(id)), Bench.Responsabile());
    }

    private protected override async Task<(ApprovaAffidamento Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.InApprovazione();
        return (await Bench.Approva(id), Bench.Responsabile());
    }

    /// <summary>
    /// Moves the last day of adhesion of the Convenzione into the past, while the Affidamento waits for approval. Returns the same id, so
    /// that calls can be chained.
    /// </summary>
    private async Task<Guid> Scaduto(Guid id)
    {
        var convenzione = await Bench.Query(db => db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == Bench.Catalogo.Lotti[0].ConvenzioneId));
        var form = ConvenzioneForm.Of(convenzione);
        form.AdesioniAl = OraItaliana(convenzione.AdesioniDal.AddDays(1));
        await Bench.Succeeds(new SalvaConvenzione(convenzione.Id, form, convenzione.Version), Bench.ActorOf("amministratore"));
        return id;
    }

    private static string OraItaliana(DateOnly giorno) => giorno.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class RestituisciAffidamentoTests : VersionedCommandContract<RestituisciAffidamento>
{
    [Fact]
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.InApprovazione();
        await Bench.Succeeds(new RestituisciAffidamento(id, "  L'impegno di spesa è del 2025.  ", await Bench.Version(id)), Bench.Responsabile());
        var tornato = await Bench.ReadAgain(id);
        Assert.Equal((StatoAffidamento.InLavorazione, MotivoRitorno.Restituito, "L'impegno di spesa è del 2025."),
            (tornato.Stato, tornato.Ritorno, tornato.NotaRitorno));

        // When the Affidamento is sent again and approved, the note is cleared.
        await Bench.Succeeds(new InviaPerApprovazione(id, tornato.Version, Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        await Bench.Succeeds(await Bench.Approva(id), Bench.Responsabile());
        Assert.Null((await Bench.ReadAgain(id)).NotaRitorno);
    }

    [Fact]
    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.InApprovazione();
        await Bench.Refuses("accesso.negato", new RestituisciAffidamento(id, "No", 1), Bench.Rup);
        var daFuori = await Bench.Anche(Bench.RupOfAnotherEnte, Ruolo.Responsabile, Bench.RupOfAnotherEnte.EnteId);
        await Bench.Refuses("dati.non-trovato", new RestituisciAffidamento(id, "No", 1), daFuori);
    }

    [Fact]
    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Refuses("affidamento.stato", new RestituisciAffidamento(id, "No", await Bench.Version(id)), Bench.Responsabile());
        await Bench.Refuses("nota.mancante", new RestituisciAffidamento(id, " ", await Bench.Version(id)), Bench.Responsabile());
    }

    private protected override async Task<(RestituisciAffidamento Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.InApprovazione();
        return (new RestituisciAffidamento(id, "L'impegno di spesa è del 2025.", await Bench.Version(id)), Bench.Responsabile());
    }
}
