using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.Features.Cruscotto.Amministratore;
using CigHub.Web.Features.Cruscotto.Auditor;
using CigHub.Web.Features.Cruscotto.Operativo;
using CigHub.Web.Features.Cruscotto.Responsabile;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Cruscotto;

/// <summary>Checks the lista di lavoro that a RUP or an Istruttore finds on the Cruscotto.</summary>
public sealed class ListaDiLavoroTests : WithBench
{
    [Fact]
    public async Task Ogni_affidamento_sta_nel_gruppo_di_cio_che_aspetta()
    {
        var esito = await Bench.Affidamento(StatoAffidamento.EsitoDaVerificare);
        var rifiutato = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(new RegistraRifiuto(rifiutato, "ERR98", await Bench.Version(rifiutato)));
        var pronto = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var bozza = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var acquisito = await Bench.Affidamento(StatoAffidamento.CigAcquisito);

        var gruppi = (await Lista(Bench.Rup, true)).ToDictionary(g => g.Attesa);

        Assert.Equal(esito, Assert.Single(gruppi[Attesa.EsitoDaVerificare].Voci).Id);
        Assert.Equal((rifiutato, "ERR98", 0), Assert.Single(gruppi[Attesa.Rifiutato].Voci) is var r ? (r.Id, r.Nota, r.DaSistemare) : default);
        Assert.Equal(pronto, Assert.Single(gruppi[Attesa.Pronto].Voci).Id);
        Assert.Equal(acquisito, Assert.Single(gruppi[Attesa.Acquisito].Voci).Id);
        var inLavorazione = Assert.Single(gruppi[Attesa.InLavorazione].Voci);
        Assert.Equal((bozza, await CosaManca(bozza)), (inLavorazione.Id, inLavorazione.DaSistemare));
        Assert.True(inLavorazione.DaSistemare > 0);
    }

    [Fact]
    public async Task Prima_i_miei_poi_quelli_dell_Ente_mai_quelli_di_un_altro()
    {
        var mio = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        Bench.Clock.Advance(TimeSpan.FromHours(1));
        var diMarta = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, rup: "rup2.tivoli");
        await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, rup: "rup.velletri");

        Assert.Equal([mio], await Pronti(Bench.Rup, true));
        Assert.Equal([mio, diMarta], await Pronti(Bench.Rup, false));
        Assert.Equal([diMarta, mio], await Pronti(Bench.ActorOf("rup2.tivoli", Ruolo.Rup), false));
        Assert.Empty(await Pronti(Bench.ActorOf("istruttore.tivoli"), true));
        var dellIstruttore = (await Lista(Bench.ActorOf("istruttore.tivoli"), false)).Single(g => g.Attesa == Attesa.Pronto).Voci;
        Assert.All(dellIstruttore, v => Assert.False(v.SonoIlRup));
        Assert.Equal("Apri la scheda", dellIstruttore[0].Azione(Attesa.Pronto).Parole);
    }

    [Fact]
    public async Task Sul_portale_il_piu_vecchio_per_primo()
    {
        var primo = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        Bench.Clock.Advance(TimeSpan.FromDays(4));
        var secondo = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(new ConfermaRilettura(primo, await Bench.Version(primo)));

        Assert.Equal([primo, secondo], (await Lista(Bench.Rup, true)).Single(g => g.Attesa == Attesa.InRichiesta).Voci.Select(v => v.Id));
        Assert.Equal([primo, secondo], (await One(Attesa.SulPortale, Bench.ActorOf("responsabile"))).Voci.Select(v => v.Id));
        Assert.Equal([primo], (await One(Attesa.SenzaEsito, Bench.Auditor)).Voci.Select(v => v.Id));
        Assert.Empty((await One(Attesa.SulPortale, Bench.RupOfAnotherEnte)).Voci);
    }

    [Fact]
    public async Task Una_conferma_che_sta_per_scadere_e_una_cosa_da_fare_finche_il_CIG_non_e_chiesto()
    {
        await Atto(await Bench.Affidamento(StatoAffidamento.InLavorazione), "10/12/2026");
        var usata = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Atto(usata, "1/12/2026");
        await Bench.Succeeds(new AvviaRichiestaCig(usata, await Bench.Version(usata), DichiarazioneConflitto.VersioneTesto));
        var scade = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Atto(scade, "9/12/2026");
        await Atto(scade, "1/12/2026");

        var voce = Assert.Single((await Lista(Bench.Rup, true)).Single(g => g.Attesa == Attesa.ConfermaInScadenza).Voci);
        Assert.Equal((scade, new DateOnly(2026, 12, 1)), (voce.Id, voce.Scade));
        Assert.Equal(AppRoutes.FascicoloDi(scade), voce.Azione(Attesa.ConfermaInScadenza).Indirizzo);
    }

    [Fact]
    public async Task Un_gruppo_mostra_i_primi_e_dice_quanti_sono()
    {
        for (var i = 0; i < ListaDiLavoro.PerGruppo + 2; i++)
        {
            await Bench.Affidamento(StatoAffidamento.InLavorazione);
        }

        var gruppo = (await Lista(Bench.Rup, true)).Single(g => g.Attesa == Attesa.InLavorazione);
        Assert.Equal((ListaDiLavoro.PerGruppo, ListaDiLavoro.PerGruppo + 2), (gruppo.Voci.Count, gruppo.Totale));
    }

    [Fact]
    public async Task La_vista_scelta_si_ritrova()
    {
        var choices = Bench.Services.GetRequiredService<PersonalChoices>();
        var io = (await Bench.Services.GetRequiredService<PreferenceGuard>().Own(Bench.Rup, Permission.LeggiAffidamenti)).Value;
        Assert.Null(await choices.Read(Bench.Rup.PersonaId, PreferenceKey.CruscottoView));
        await choices.Remember(io, PreferenceKey.CruscottoView, "ente");
        await choices.Remember(io, PreferenceKey.CruscottoView, "miei");
        Assert.Equal("miei", await choices.Read(Bench.Rup.PersonaId, PreferenceKey.CruscottoView));
        Assert.Null(await choices.Read(Bench.Auditor.PersonaId, PreferenceKey.CruscottoView));
    }

    private async Task<IReadOnlyList<GruppoDiLavoro>> Lista(Actor chi, bool soloMiei) =>
        (await Bench.Reader.Read<ListaDiLavoro, IReadOnlyList<GruppoDiLavoro>>(chi, async q => await q.Run(chi, soloMiei))).Value;

    private async Task<GruppoDiLavoro> One(Attesa attesa, Actor chi) =>
        (await Bench.Reader.Read<ListaDiLavoro, GruppoDiLavoro>(chi, async q => await q.One(attesa, chi))).Value;

    private async Task<IEnumerable<Guid>> Pronti(Actor chi, bool soloMiei) =>
        (await Lista(chi, soloMiei)).Single(g => g.Attesa == Attesa.Pronto).Voci.Select(v => v.Id);

    private async Task Atto(Guid id, string fino)
    {
        var form = SampleFiles.Confirm(fino: fino);
        await Bench.Succeeds(new RegistraRisposta(id, Guid.CreateVersion7(), form, await Bench.Version(id)));
    }

    [Fact]
    public async Task Il_conto_di_cio_che_manca_e_quello_della_scheda_e_segue_ogni_modifica()
    {
        const int ConDueFornitori = 3;
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione, lotto: ConDueFornitori);
        async Task<int> SulCruscotto()
        {
            var contate = Assert.Single((await Lista(Bench.Rup, true)).Single(g => g.Attesa == Attesa.InLavorazione).Voci).DaSistemare;
            Assert.Equal(await CosaManca(id), contate);
            return contate!.Value;
        }

        // The supplier's choice has its reason already, so it is not missing.
        var prima = await SulCruscotto();
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.DataAdesione, "23/11/2026", null)]));
        Assert.True(await SulCruscotto() < prima);
        Bench.Clock.Advance(TimeSpan.FromDays(4_000));
        await SulCruscotto();
    }

    private async Task<int> CosaManca(Guid id)
    {
        var details = (await Bench.Reader.Read<DettaglioAffidamento, AffidamentoDetails>(Bench.Rup, q => q.Run(id))).Value;
        return ControlliAffidamento.Segnalazioni(details.Affidamento.Bozza, details.Context(ListeAnac.Fornite, Bench.Clock.Today())).Count(s => s.Ferma);
    }
}

/// <summary>Checks the lists of things to look at that a Responsabile, an Auditor and an Amministratore find on the Cruscotto.</summary>
public sealed class DaGuardareTests : WithBench
{
    private static readonly DateOnly Oggi = DateOnly.FromDateTime(TestBench.Now.UtcDateTime);

    [Fact]
    public async Task Prima_chi_sfora_poi_chi_ha_meno_residuo()
    {
        await Comunica(0, 4_000_000m);
        var voci = await Convenzioni(q => q.PerResiduo());
        Assert.Equal(Bench.Catalogo.Lotti[0].ConvenzioneId, voci[0].Id);
        Assert.True(voci[0].Sforamento);
        Assert.Equal(Bench.Catalogo.Lotti[2].ConvenzioneId, voci[1].Id);
        var quote = voci.Skip(1).Select(v => (v.Massimale - v.Aderito - v.Riservato - v.AltreAdesioni).InEuro / v.Massimale.InEuro).ToList();
        Assert.Equal(quote.Order(), quote);
    }

    [Fact]
    public async Task Le_finestre_che_si_chiudono_prima_stanno_prima_e_quelle_chiuse_non_ci_sono()
    {
        var convenzione = Bench.Catalogo.Convenzioni[1];
        await ComeSistema(async db => (await db.Convenzioni.SingleAsync(c => c.Id == convenzione.Id)).Modifica(FinoAl(convenzione, Oggi.AddDays(23))));
        Assert.Equal(convenzione.Id, (await Scadenze(StatoCatalogo.Aperte))[0].Id);
        Assert.Equal([convenzione.Id], (await Scadenze(StatoCatalogo.InScadenza)).Select(v => v.Id));
        Bench.Clock.Advance(TimeSpan.FromDays(24));
        Assert.DoesNotContain(convenzione.Id, (await Scadenze(StatoCatalogo.Aperte)).Select(v => v.Id));
        Assert.DoesNotContain(convenzione.Id, (await Scadenze(StatoCatalogo.InScadenza)).Select(v => v.Id));
    }

    [Fact]
    public async Task I_Lotti_quasi_esauriti_esauriti_e_oltre_il_massimale()
    {
        Assert.Equal([Bench.Catalogo.Lotti[2].Id], (await Lotti(q => q.Lotti(CondizioneLotto.QuasiEsauriti))).Rows.Select(v => v.Id));
        Assert.Empty((await Lotti(q => q.Lotti(CondizioneLotto.Esauriti))).Rows);
        await Comunica(2, 15_000m);
        Assert.Equal([Bench.Catalogo.Lotti[2].Id], (await Lotti(q => q.Lotti(CondizioneLotto.Esauriti))).Rows.Select(v => v.Id));
        Assert.Empty((await Lotti(q => q.Lotti(CondizioneLotto.Sforamento))).Rows);
        await Comunica(2, 0.01m);
        var voce = Assert.Single((await Lotti(q => q.Lotti(CondizioneLotto.Sforamento))).Rows);
        Assert.Equal((true, Importo.DaEuro(-0.01m)), (voce.Sforamento, voce.Residuo));
    }

    [Fact]
    public async Task Le_comunicazioni_vecchie_o_mai_arrivate_si_vedono()
    {
        var mai = Bench.Catalogo.Capienze.Where(c => c.Capienza.AltreAdesioniAl is null).Select(c => c.Capienza.LottoId).ToHashSet();
        Assert.Equal(mai, (await Lotti(q => q.Lotti(CondizioneLotto.SenzaComunicazioni))).Rows.Select(v => v.Id).ToHashSet());
        Bench.Clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal(Bench.Catalogo.Lotti.Count, (await Lotti(q => q.Lotti(CondizioneLotto.SenzaComunicazioni))).Total);
    }

    [Fact]
    public async Task Le_soglie_di_una_Convenzione_valgono_anche_qui_al_centesimo_e_al_giorno()
    {
        var quasi = Bench.Catalogo.Lotti[2];
        var convenzione = Bench.Catalogo.Convenzioni.Single(c => c.Id == quasi.ConvenzioneId);
        await Soglie(new SoglieScelte(ResiduoBasso: 3, ResiduoMedio: 2, ResiduoMinimo: 1, GiorniComunicazione: 30));
        var capienza = await Bench.Query(db => db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == quasi.Id));
        var alDue = ((capienza.Residuo.Centesimi * 100) - (capienza.Massimale.Centesimi * 2)) / 10_000m;
        Assert.True(alDue > 0);
        await Comunica(2, alDue);
        Assert.Empty((await Lotti(q => q.Lotti(CondizioneLotto.QuasiEsauriti))).Rows);
        await Comunica(2, 0.01m);
        Assert.Equal([quasi.Id], (await Lotti(q => q.Lotti(CondizioneLotto.QuasiEsauriti))).Rows.Select(v => v.Id));

        // Its communications are old after 30 days, those of the others after 90.
        var altro = Bench.Catalogo.Lotti.FindIndex(l => l.ConvenzioneId != quasi.ConvenzioneId);
        await Comunica(altro, 0.01m);
        await Vecchie(30, false, false);
        await Vecchie(31, true, false);
        await Vecchie(90, true, false);
        await Vecchie(91, true, true);

        async Task Vecchie(int giorno, bool sua, bool altrui)
        {
            Bench.Clock.Advance(Oggi.AddDays(giorno).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc) - Bench.Clock.GetUtcNow().UtcDateTime);
            var vecchie = (await Bench.Query(db => new LottiInCondizione(db, Bench.Clock).Matching(CondizioneLotto.SenzaComunicazioni).Select(l => l.Id)
                .ToListAsync())).ToHashSet();
            Assert.Equal((giorno, sua, altrui), (giorno, vecchie.Contains(quasi.Id), vecchie.Contains(Bench.Catalogo.Lotti[altro].Id)));
        }

        Task Soglie(SoglieScelte soglie) => ComeSistema(async db => Assert.True((await db.Convenzioni.SingleAsync(c => c.Id == convenzione.Id))
            .Modifica(FinoAl(convenzione, convenzione.AdesioniAl) with { Soglie = soglie }).IsSuccess));
    }

    [Fact]
    public async Task Un_Ente_senza_RUP_attivo_si_vede()
    {
        Assert.Empty((await SenzaRup()).Rows);
        var rup = Bench.Catalogo.Persone.Single(p => p.NomeUtente == "rup.guidonia").Id;
        await ComeSistema(async db => (await db.Persone.SingleAsync(p => p.Id == rup)).Disattiva());
        var scoperto = Assert.Single((await SenzaRup()).Rows);
        Assert.Equal("Comune di Guidonia Montecelio", scoperto.Denominazione);

        // An Ente that closes later is still at work.
        await ComeSistema(async db => (await db.Enti.SingleAsync(e => e.Id == scoperto.Id)).Chiudi(Oggi.AddDays(1)));
        Assert.Equal(scoperto.Id, Assert.Single((await SenzaRup()).Rows).Id);
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty((await SenzaRup()).Rows);
    }

    [Fact]
    public async Task Il_riepilogo_conta_solo_gli_ultimi_sette_giorni_e_a_parte_i_negati()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        Bench.Clock.Advance(TimeSpan.FromDays(9));
        await Bench.Succeeds(new RiportaInLavorazione(id, await Bench.Version(id)));
        await Bench.Refuses("accesso.negato", new SegnaPronto(id, 1, Dichiarazione: DichiarazioneConflitto.VersioneTesto), Bench.Auditor);
        await Bench.Refuses("dati.non-trovato", new SegnaPronto(id, 1, Dichiarazione: DichiarazioneConflitto.VersioneTesto), Bench.RupOfAnotherEnte);

        var tutto = (await Riepilogo(Bench.Auditor)).Value;
        Assert.Equal([new ConteggioAzione(Azioni.AffidamentoRiaperto, 1)], tutto.Azioni);
        Assert.Equal((2, 0, Oggi.AddDays(3)), (tutto.Negati, tutto.MassimaliVariati, tutto.Dal));
        Assert.False((await Riepilogo(Bench.Rup)).IsSuccess);
    }

    [Theory]
    [InlineData(23, "mancano 23 giorni")]
    [InlineData(1, "manca 1 giorno")]
    [InlineData(0, "oggi è l'ultimo giorno")]
    [InlineData(-1, "finita ieri")]
    [InlineData(-5, "finita da 5 giorni")]
    public void Il_tempo_che_resta_si_dice_in_giorni(int giorni, string parole) => Assert.Equal(parole, AttesaWords.GiorniA(Oggi.AddDays(giorni), Oggi));

    private static DatiConvenzione FinoAl(Convenzione c, DateOnly al) =>
        new(c.Titolo, c.Disciplina, c.DataBando, c.AdesioniDal, al, c.ConfrontoCompetitivo, c.Erosione);

    private Task Comunica(int lotto, decimal euro) => ComeSistema(async db =>
    {
        var capienza = await db.Capienze.SingleAsync(c => c.LottoId == Bench.Catalogo.Lotti[lotto].Id);
        db.Movimenti.Add(
            capienza.RegistraAltreAdesioni(Importo.DaEuro(euro), new AttoDiRiferimento("Comunicazione", Oggi, "prot. 1"), TestBench.Now.UtcDateTime).Value);
    });

    private Task ComeSistema(Func<CigHubDbContext, Task> cambia) => Bench.Services.GetRequiredService<SystemWriter>().Write(async db =>
    {
        await cambia(db);
        return Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Catalogo, Guid.Empty, null));
    });

    private async Task<IReadOnlyList<ConvenzioneDaGuardareRow>> Convenzioni(
        Func<ConvenzioniDaGuardare, Task<IReadOnlyList<ConvenzioneDaGuardareRow>>> quali) =>
        (await Bench.Reader.Read<ConvenzioniDaGuardare, IReadOnlyList<ConvenzioneDaGuardareRow>>(
            Bench.ActorOf("responsabile"), async q => await quali(q))).Value;

    private async Task<IReadOnlyList<ConvenzioneInScadenzaRow>> Scadenze(StatoCatalogo stato) =>
        (await Bench.Reader.Read<ConvenzioniDaGuardare, ListPage<ConvenzioneInScadenzaRow>>(
            Bench.ActorOf("responsabile"), async q => await q.PerScadenza(stato))).Value.Rows;

    private async Task<ListPage<LottoDaGuardareRow>> Lotti(Func<ConvenzioniDaGuardare, Task<ListPage<LottoDaGuardareRow>>> quali) =>
        (await Bench.Reader.Read<ConvenzioniDaGuardare, ListPage<LottoDaGuardareRow>>(Bench.ActorOf("amministratore"), async q => await quali(q))).Value;

    private async Task<ListPage<EnteScoperto>> SenzaRup() =>
        (await Bench.Reader.Read<EntiSenzaRup, ListPage<EnteScoperto>>(Bench.ActorOf("amministratore"), async q => await q.Run())).Value;

    private Task<Result<Riepilogo>> Riepilogo(Actor chi) => Bench.Reader.Read<RiepilogoRegistro, Riepilogo>(chi, q => q.Run());
}
