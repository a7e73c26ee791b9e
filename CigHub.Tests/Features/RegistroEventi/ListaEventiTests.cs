using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Affidamenti.Deleghe;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Deleghe;
using CigHub.Web.Features.RegistroEventi.Elenco;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>Checks the filters of the list of events, of which days become a range of event numbers.</summary>
public sealed class ListaEventiTests : WithBench
{
    [Fact]
    public async Task I_giorni_sono_inclusi_tutti_e_due_e_si_combinano_con_gli_altri_filtri()
    {
        var ids = new List<Guid>();
        for (var giorno = 0; giorno < 3; giorno++)
        {
            ids.Add(await Bench.Affidamento(StatoAffidamento.InLavorazione));
            await Bench.Refuses("accesso.negato", new SegnaPronto(ids[^1], 1), Bench.Auditor);
            Bench.Clock.Advance(TimeSpan.FromDays(1));
        }

        var primo = DateOnly.FromDateTime(TestBench.Now.UtcDateTime);
        var creato = new EventiFilter(Azione: Azioni.AffidamentoCreato);
        Assert.Equal([$"{ids[1]}"], await Oggetti(creato with { Dal = primo.AddDays(1), Al = primo.AddDays(1) }));
        Assert.Equal([$"{ids[2]}", $"{ids[1]}"], await Oggetti(creato with { Dal = primo.AddDays(1) }));
        Assert.Equal([$"{ids[1]}", $"{ids[0]}"], await Oggetti(creato with { Al = primo.AddDays(1) }));
        Assert.Empty(await Oggetti(creato with { Dal = primo.AddDays(3) }));
        Assert.Empty(await Oggetti(creato with { Al = primo.AddDays(-1) }));
        Assert.Equal([$"{ids[0]}"], await Oggetti(creato with { Oggetto = $"{ids[0]}" }));

        var negati = await Read(new EventiFilter(Esito: "negato", Dal: primo.AddDays(1)));
        Assert.Equal(2, negati.Total);
        Assert.All(negati.Rows, e => Assert.True(e.Negato));
        Assert.Equal(3, (await Read(new EventiFilter(Esito: "negato", Chi: Bench.Auditor.PersonaId))).Total);
    }

    [Fact]
    public void Ogni_azione_sta_in_un_gruppo_solo()
    {
        Assert.All(Azioni.Tutte, a => Assert.NotNull(GruppoDiAzioni.OfAction(a)));
        Assert.Equal(Azioni.Tutte.Order(), GruppoDiAzioni.Tutti.SelectMany(g => GruppoDiAzioni.AzioniDi(g.Chiave)).Order());
        Assert.All(GruppoDiAzioni.Tutti, g => Assert.NotEmpty(GruppoDiAzioni.AzioniDi(g.Chiave)));
    }

    [Fact]
    public async Task I_nomi_scritti_trovano_gli_eventi_di_chi_agisce_di_dove_e_su_che_cosa()
    {
        var suo = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var altro = await Bench.Affidamento(StatoAffidamento.InLavorazione, rup: "rup.velletri");
        var lotto = Bench.Catalogo.Lotti[0];
        var convenzione = Bench.Catalogo.Convenzioni.Single(c => c.Id == lotto.ConvenzioneId);

        Assert.Equal([$"{suo}"], await OggettiDi(new(Persona: "ferrantini")));
        Assert.Equal([$"{altro}"], await OggettiDi(new(Ente: "velletri", Gruppo: GruppoDiAzioni.Affidamenti.Chiave)));
        Assert.Equal([$"{altro}", $"{suo}"], await OggettiDi(new(Ente: "comune", Azione: Azioni.AffidamentoCreato)));
        Assert.Equal([$"{altro}", $"{suo}"], await OggettiDi(new(Ruolo: "Rup", Azione: Azioni.AffidamentoCreato)));
        Assert.Equal([$"{altro}", $"{suo}"], await OggettiDi(new(Lotto: lotto.CigPadre.Valore, Azione: Azioni.AffidamentoCreato)));
        Assert.Equal([$"{altro}", $"{suo}"], await OggettiDi(new(Convenzione: convenzione.Titolo, Azione: Azioni.AffidamentoCreato)));
        Assert.Equal([$"{altro}", $"{suo}"], await OggettiDi(new(Fornitore: (await Bench.ReadAgain(suo)).DenominazioneOe, Azione: Azioni.AffidamentoCreato)));
        Assert.Equal([$"{suo}"], await OggettiDi(new(Su: (await Bench.ReadAgain(suo)).Numero.ToString(), Azione: Azioni.AffidamentoCreato)));
        var delegato = Bench.Catalogo.Persone.Single(p => p.NomeUtente == "istruttore.tivoli");
        await Bench.Succeeds(new ConferisciDelega(Guid.CreateVersion7(), SampleDeleghe.Form(delegato.Id)));
        Assert.Equal([$"{delegato.Id}"], await OggettiDi(new(Su: delegato.NomeCompleto)));
        Assert.All((await Read(new(Gruppo: GruppoDiAzioni.Portale.Chiave))).Rows, e => Assert.Equal($"{suo}", e.OggettoId));
        Assert.Empty(await OggettiDi(new(Persona: "nessuno con questo nome")));
        Assert.Empty(await OggettiDi(new(Fornitore: "nessun fornitore")));

        var ofVelletri = await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId);
        Assert.All((await Read(new(Lotto: lotto.CigPadre.Valore), ofVelletri)).Rows, e => Assert.Equal($"{altro}", e.OggettoId));
        Assert.Empty((await Read(new(Persona: "ferrantini"), ofVelletri)).Rows);
        Assert.Empty((await Read(new(Su: (await Bench.ReadAgain(suo)).Numero.ToString()), ofVelletri)).Rows);
    }

    [Fact]
    public async Task Le_parole_si_cercano_nel_testo_degli_eventi_un_pezzo_alla_volta()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(new EliminaAffidamento(id, await Bench.Version(id)));
        var eliminati = await Read(new(Testo: "eliminato l'affidamento"));
        Assert.Equal($"{id}", Assert.Single(eliminati.Rows).OggettoId);
        Assert.True(eliminati is { Letti: > 3, Oltre: null });
        Assert.Empty((await Read(new(Testo: "parola che non c'è"))).Rows);

        var primo = await Read(new(Testo: "affidamento"), perPagina: 1);
        Assert.Equal(primo.Rows[0].Seq, primo.Oltre);
        var secondo = await Read(new(Testo: "affidamento"), prima: primo.Oltre, perPagina: 1);
        Assert.True(secondo.Rows[0].Seq < primo.Rows[0].Seq);
        Assert.Empty((await Read(new(Testo: "affidamento", Esito: "negato"))).Rows);
    }

    /// <summary>Returns the objects of the events, each once, in the order of the list.</summary>
    private async Task<IEnumerable<string>> OggettiDi(EventiFilter filtro) => (await Oggetti(filtro)).Distinct();

    private async Task<IEnumerable<string>> Oggetti(EventiFilter filtro) => (await Read(filtro)).Rows.Select(e => e.OggettoId);

    private async Task<EventiView> Read(EventiFilter filtro, Actor? chi = null, long? prima = null, int perPagina = 50) =>
        (await Bench.Reader.Read<ListaEventi, EventiView>(chi ?? Bench.Auditor, async q => await q.Run(filtro, 1, perPagina, prima))).Value;
}
