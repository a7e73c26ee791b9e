using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti;
using CigHub.Web.Features.Affidamenti.Ad4;

namespace CigHub.Tests.Affidamenti;

public sealed class EditorBozzaTests : ConBanco
{
    [Fact]
    public async Task Piu_di_quanto_entra_in_un_salvataggio_si_salva_in_piu_volte_e_in_ordine()
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        var scheda = (await Banco.Lettore.Leggi<DettaglioAffidamento, SchedaAffidamento>(Banco.Rup, q => q.Esegui(id))).Value;
        var editor = Banco.Editor(scheda);

        // Nobody waits for one to be saved before asking for the next.
        await Task.WhenAll(Enumerable.Range(0, 29).Select(_ => editor.AggiungiAdesione()).ToList());

        var salvata = (await Banco.Rileggi(id)).Bozza;
        Assert.Empty(editor.Errori);
        Assert.Empty(editor.NonSalvati);
        Assert.Equal(30, salvata.Righe(PercorsoAd4.Aggiudicazioni));
        Assert.Equal(Enumerable.Range(1, 30).Select(i => $"LOT-{i:0000}"), Enumerable.Range(0, 30).Select(i => salvata.Testo(PercorsoAd4.Aggiudicazione(i, "lotIdentifier"))));
        Assert.All(Enumerable.Range(1, 29), i => Assert.Equal(salvata.Testo(PercorsoAd4.Aggiudicazione(0, "datiBase/oggetto")), salvata.Testo(PercorsoAd4.Aggiudicazione(i, "datiBase/oggetto"))));
    }

    [Fact]
    public async Task Una_proposta_si_accetta_con_un_gesto_e_si_salva()
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        var scheda = (await Banco.Lettore.Leggi<DettaglioAffidamento, SchedaAffidamento>(Banco.Rup, q => q.Esegui(id))).Value;
        var editor = Banco.Editor(scheda);
        var cpv = PercorsoAd4.Aggiudicazione(0, "datiBaseCPV/cpvPrevalente");
        var delLotto = editor.Testo(cpv);
        await editor.Scrivi(cpv, "30197630");

        var avviso = Assert.Single(editor.Segnalazioni, s => s.Codice == "ad4.cpv-diverso");
        await editor.Accetta(avviso);

        Assert.DoesNotContain(editor.Segnalazioni, s => s.Codice == "ad4.cpv-diverso");
        Assert.Equal(delLotto, (await Banco.Rileggi(id)).Bozza.Testo(cpv));
    }
}
