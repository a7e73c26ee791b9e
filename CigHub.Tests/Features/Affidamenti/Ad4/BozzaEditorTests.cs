using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Tests.Features.Affidamenti.Ad4;

public sealed class BozzaEditorTests : WithBench
{
    private static readonly string Servizi = PercorsoAd4.QuadroEconomico(0, "impServizi");

    [Fact]
    public async Task Piu_di_quanto_entra_in_un_salvataggio_si_salva_in_piu_volte_e_in_ordine()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var details = (await Bench.Reader.Read<DettaglioAffidamento, AffidamentoDetails>(Bench.Rup, q => q.Run(id))).Value;
        var editor = Bench.Editor(details);

        // The test asks for each adhesion without waiting until the one before is saved. As in a circuit, one thing runs at a time.
        await Dispatcher.CreateDefault().InvokeAsync(() => Task.WhenAll(Enumerable.Range(0, 29).Select(_ => editor.AggiungiAdesione()).ToList()));

        var salvata = (await Bench.ReadAgain(id)).Bozza;
        Assert.Empty(editor.Errors);
        Assert.Empty(editor.NonSalvati);
        Assert.Equal(30, salvata.Righe(PercorsoAd4.Aggiudicazioni));
        Assert.Equal(Enumerable.Range(1, 30).Select(i => $"LOT-{i:0000}"),
            Enumerable.Range(0, 30).Select(i => salvata.Testo(PercorsoAd4.Aggiudicazione(i, "lotIdentifier"))));
        Assert.All(Enumerable.Range(1, 29), i => Assert.Equal(
            salvata.Testo(PercorsoAd4.Aggiudicazione(0, "datiBase/oggetto")), salvata.Testo(PercorsoAd4.Aggiudicazione(i, "datiBase/oggetto"))));
    }

    [Fact]
    public async Task I_CUP_incollati_insieme_diventano_righe_e_i_doppi_si_dicono()
    {
        var (id, editor) = await Aperto();
        var lista = PercorsoAd4.Aggiudicazione(0, "cupLotto");
        await editor.Write(PercorsoAd4.Aggiudicazione(0, "acquisizioneCup"), "true");
        await editor.Write(lista + "/0", "F81B26000010006");

        Assert.Null(CupIncollati.InRighe(editor.Bozza, lista + "/0", "F81B26000020006"));
        var incollati = CupIncollati.InRighe(editor.Bozza, lista + "/1", "f81b26000020006;F81B26000010006 F81B26000030006F81B2600004000O")!;
        Assert.Contains("F81B26000010006", incollati.Nota, StringComparison.Ordinal);
        await editor.Write(incollati.Valori);

        var salvata = (await Bench.ReadAgain(id)).Bozza;
        Assert.Equal(["F81B26000010006", "F81B26000020006", "F81B26000030006F81B2600004000O"],
            Enumerable.Range(0, salvata.Righe(lista)).Select(i => salvata.Testo($"{lista}/{i}")));
        Assert.Empty(editor.NonSalvati);
    }

    [Fact]
    public async Task Cio_che_si_scrive_durante_un_salvataggio_si_salva_intero_quando_la_mano_si_ferma()
    {
        var (id, editor) = await Aperto();
        var salvati = new List<string?>();
        editor.Confermato += async patch =>
        {
            salvati.Add(patch[Servizi]);
            if (salvati.Count == 1)
            {
                // The user types on while the first save is running.
                _ = editor.Type(Servizi, "125");
                _ = editor.Type(Servizi, "12500,50");
            }

            await Task.CompletedTask;
        };

        _ = editor.Type(Servizi, "1");
        await editor.Save();
        Assert.Equal("1,00", (await Bench.ReadAgain(id)).Bozza.Testo(Servizi));
        Assert.Equal("12500,50", editor.Text(Servizi));

        await editor.Save();
        Assert.Equal(["1", "12500,50"], salvati);
        Assert.Equal("12.500,50", (await Bench.ReadAgain(id)).Bozza.Testo(Servizi));
        Assert.Empty(editor.NonSalvati);
    }

    [Fact]
    public async Task Salvataggi_chiesti_insieme_vanno_uno_dopo_l_altro_e_resta_l_ultimo_testo()
    {
        var (id, editor) = await Aperto();
        var salvataggi = new List<Task>();
        foreach (var testo in new[] { "1", "12", "125", "1250", "12500", "12500,5", "12500,50" })
        {
            _ = editor.Type(Servizi, testo);
            salvataggi.Add(editor.Save());
        }

        await Task.WhenAll(salvataggi);
        Assert.Equal("12.500,50", (await Bench.ReadAgain(id)).Bozza.Testo(Servizi));
        Assert.Empty(editor.NonSalvati);
        Assert.False(editor.StaSalvando);
    }

    [Fact]
    public async Task La_mano_che_si_ferma_salva_da_sola_e_chi_ha_salvato_prima_non_salva_due_volte()
    {
        var (id, editor) = await Aperto();
        var scritto = editor.Type(Servizi, "12500,5");
        Bench.Clock.Advance(TimeSpan.FromMilliseconds(399));
        Assert.False(scritto.IsCompleted);
        Bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await scritto;
        Assert.Equal("12.500,50", (await Bench.ReadAgain(id)).Bozza.Testo(Servizi));

        var versione = await Bench.Version(id);
        var ancora = editor.Type(Servizi, "7");
        await editor.Save();
        await ancora;
        Bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await editor.Save();
        Assert.Equal(("7,00", versione + 1), ((await Bench.ReadAgain(id)).Bozza.Testo(Servizi), await Bench.Version(id)));
    }

    [Fact]
    public async Task Oggi_e_il_giorno_dell_orologio_in_ogni_data_e_una_parola_altrove()
    {
        var (id, editor) = await Aperto();
        await editor.Write(PercorsoAd4.DataAdesione, "oggi");
        await editor.Write(PercorsoAd4.Oggetto, "oggi");
        var bozza = (await Bench.ReadAgain(id)).Bozza;
        Assert.Equal((RomeTime.Text(Bench.Clock.Today()), "oggi"), (bozza.Testo(PercorsoAd4.DataAdesione), bozza.Testo(PercorsoAd4.Oggetto)));
        Assert.Null(editor.Errore(PercorsoAd4.DataAdesione));
    }

    [Fact]
    public async Task Un_testo_che_non_e_una_voce_dell_elenco_resta_e_conta_come_sbagliato()
    {
        var (id, editor) = await Aperto();
        var cpv = PercorsoAd4.Aggiudicazione(0, "datiBaseCPV/cpvPrevalente");
        await editor.Write(cpv, "nulla che esista");
        Assert.Equal(("nulla che esista", "«nulla che esista» non è nell'elenco: scegli una voce."), (editor.Text(cpv), editor.Errore(cpv)));
        Assert.Equal("nulla che esista", (await Bench.ReadAgain(id)).Bozza.Testo(cpv));
        Assert.False(editor.Completa);
        Assert.Contains(editor.Segnalazioni, s => s.Tipo == TipoSegnalazione.Errato && s.Percorso == cpv);
    }

    [Fact]
    public async Task Una_proposta_si_accetta_con_un_gesto_e_si_salva()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var details = (await Bench.Reader.Read<DettaglioAffidamento, AffidamentoDetails>(Bench.Rup, q => q.Run(id))).Value;
        var editor = Bench.Editor(details);
        var cpv = PercorsoAd4.Aggiudicazione(0, "datiBaseCPV/cpvPrevalente");
        var delLotto = editor.Text(cpv);
        await editor.Write(cpv, "30197630");

        var avviso = Assert.Single(editor.Segnalazioni, s => s.Codice == "ad4.cpv-diverso");
        await editor.Accetta(avviso);

        Assert.DoesNotContain(editor.Segnalazioni, s => s.Codice == "ad4.cpv-diverso");
        Assert.Equal(delLotto, (await Bench.ReadAgain(id)).Bozza.Testo(cpv));
    }

    private async Task<(Guid Id, BozzaEditor Editor)> Aperto()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        return (id, Bench.Editor((await Bench.Reader.Read<DettaglioAffidamento, AffidamentoDetails>(Bench.Rup, q => q.Run(id))).Value));
    }
}
