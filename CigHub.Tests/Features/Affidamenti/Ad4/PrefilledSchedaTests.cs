using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Convenzioni.UnLotto;
using static CigHub.Tests.Domain.Affidamenti.Ad4.SampleSchede;

namespace CigHub.Tests.Features.Affidamenti.Ad4;

/// <summary>Checks that a new scheda is prefilled as the help text beside each field says.</summary>
public sealed class PrefilledSchedaTests : WithBench
{
    private static readonly string _award = PercorsoAd4.DataAggiudicazione(0);

    [Fact]
    public async Task The_date_of_the_award_is_that_of_the_adhesion_not_that_of_the_Lotto()
    {
        Assert.Contains("quella della determina con cui l'Ente aderisce", CatalogoAd4.Trova(_award)!.Aiuto, StringComparison.Ordinal);
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        Assert.Null((await Bench.ReadAgain(id)).Bozza.Testo(_award));

        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.DataAdesione, "20/11/2026", null)]));
        Assert.Equal("20/11/2026", (await Bench.ReadAgain(id)).Bozza.Testo(_award));
    }

    [Fact]
    public void The_date_of_the_award_follows_the_adhesion_through_a_date_half_typed()
    {
        var draft = BozzaAd4.Vuota.ConValori(PercorsoAd4.Aggiudicazione(0, "lotIdentifier"), "LOT-0001");
        foreach (var typed in new[] { "1/1/20", "1/1/202", "1/1/2026" })
        {
            draft = Typed(draft, PercorsoAd4.DataAdesione, typed);
        }

        Assert.Equal("01/01/2026", draft.Testo(_award));
        Assert.Null(Typed(draft, PercorsoAd4.DataAdesione, null).Testo(_award));
    }

    [Fact]
    public void A_date_of_the_award_that_somebody_wrote_stays()
    {
        var draft = Typed(Typed(BozzaAd4.Vuota, PercorsoAd4.DataAdesione, "20/11/2026"), _award, "18/11/2026");
        Assert.Equal("18/11/2026", Typed(draft, PercorsoAd4.DataAdesione, "24/11/2026").Testo(_award));
    }

    [Fact]
    public async Task A_copy_has_none_of_the_dates_of_its_original()
    {
        var copy = new CopiaAffidamento(await Bench.Affidamento(StatoAffidamento.CigAcquisito), Guid.CreateVersion7());
        await Bench.Succeeds(copy);
        var draft = (await Bench.ReadAgain(copy.NuovoId)).Bozza;
        var dates = CatalogoAd4.Campi.Where(c => c.Tipo == TipoCampo.Data).SelectMany(c => CatalogoAd4.Concreti(c.Percorso, draft));
        Assert.Empty(dates.Select(draft.Testo).OfType<string>());
    }

    [Fact]
    public async Task As_the_last_time_takes_the_answers_but_not_what_is_of_each_adhesion()
    {
        var last = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        var draft = (await Bench.ReadAgain(last)).Bozza;
        var lotto = Bench.Catalogo.Lotti[0];
        var again = new NuovoAffidamento(Guid.CreateVersion7(), lotto.Id, Bench.Rup.PersonaId, lotto.Fornitori[0].IdPartecipante, null, null, true);
        await Bench.Succeeds(again);
        var copy = (await Bench.ReadAgain(again.Id)).Bozza;

        Assert.Equal(draft.Testo(PercorsoAd4.Oggetto), copy.Testo(PercorsoAd4.Oggetto));
        var kinds = CatalogoAd4.Campi.Where(c => c.Tipo is TipoCampo.Data or TipoCampo.Cup or TipoCampo.Euro)
            .SelectMany(c => CatalogoAd4.Concreti(c.Percorso, copy));
        Assert.All(kinds, path => Assert.True(string.IsNullOrEmpty(copy.Testo(path)), path));
        Assert.Null(copy.Testo(PercorsoAd4.Aggiudicazione(0, "afferenteInvestimentiPNRR")));
        Assert.Null(copy.Testo(PercorsoAd4.Aggiudicazione(0, "acquisizioneCup")));
        Assert.NotEqual(draft.Testo(PercorsoAd4.CodiceAppalto), copy.Testo(PercorsoAd4.CodiceAppalto));
        Assert.NotEqual(draft.Testo(PercorsoAd4.TitoloDocumento), copy.Testo(PercorsoAd4.TitoloDocumento));
    }

    [Theory]
    [InlineData("13 10", "1 1", "4 4")]
    [InlineData("13 10", "4 1", "4 4")]
    [InlineData("13 10", "1 3", "3 3")]
    [InlineData("5 12", "1 1", "7 7")]
    [InlineData("14", "1", "1")]
    [InlineData("14 4", "1 1", "1 1")]
    [InlineData("14 11", "3 1", "3 1")]
    public void The_members_of_a_raggruppamento_have_its_type(string roles, string types, string expected)
    {
        var id = Guid.CreateVersion7();
        var members = roles.Split(' ').Zip(types.Split(' '))
            .Select(x => new Fornitore(id, "Operatore S.r.l.", CodiceFiscale.Parse(PartitaIvaFornitore, null), x.First, x.Second)).ToList();
        Assert.Equal(expected.Split(' '), members.Select(m => TipiOE.TipoDi(m, members)));
    }

    [Fact]
    public async Task The_scheda_of_a_raggruppamento_says_its_type_for_every_member()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione, lotto: 1);
        var draft = (await Bench.ReadAgain(id)).Bozza;
        Assert.Equal(2, draft.Righe(PercorsoAd4.Aggiudicazione(0, "partecipanti")));
        Assert.All(Enumerable.Range(0, 2), i => Assert.Equal(TipiOE.Raggruppamento, draft.Testo(PercorsoAd4.Aggiudicazione(0, $"partecipanti/{i}/tipoOE"))));
    }

    [Fact]
    public async Task The_help_of_the_country_names_what_the_scheda_is_filled_with()
    {
        var path = PercorsoAd4.Aggiudicazione(0, "partecipanti/0/paeseOperatoreEconomico");
        var filled = (await Bench.ReadAgain(await Bench.Affidamento(StatoAffidamento.InLavorazione))).Bozza.Testo(path)!;
        Assert.Contains($" {filled} ", CatalogoAd4.Trova(path)!.Aiuto, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_form_of_a_Lotto_a_second_member_makes_a_raggruppamento_and_its_going_unmakes_it()
    {
        var awarded = AggiudicatarioForm.Nuovo();
        Assert.Equal([("14", "1")], Members());
        awarded.AggiungiMembro();
        Assert.Equal([("13", "4"), ("10", "4")], Members());
        awarded.TogliMembro(awarded.Membri[1]);
        Assert.Equal([("14", "1")], Members());

        IEnumerable<(string, string)> Members() => awarded.Membri.Select(m => (m.RuoloOE!, m.TipoOE!));
    }

    [Fact]
    public void In_the_demonstration_no_member_of_a_raggruppamento_is_an_enterprise_on_its_own() => Assert.All(
        new DemoCatalogo(new DateOnly(2026, 11, 24), new NewIds()).Riempi(TestBench.Now.UtcDateTime).Amplia().Lotti
            .SelectMany(l => l.Fornitori.GroupBy(f => f.IdPartecipante)).Where(g => g.Count() > 1),
        g => Assert.All(g, f => Assert.Equal(TipiOE.Raggruppamento, f.TipoOE)));

    private static BozzaAd4 Typed(BozzaAd4 draft, string path, string? text) =>
        ValoriDerivati.Aggiorna(draft, draft.ConValori(path, text), ErosioneMassimale.NettoConSicurezza);
}
