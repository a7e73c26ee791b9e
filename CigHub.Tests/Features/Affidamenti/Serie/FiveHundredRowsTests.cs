using System.Diagnostics;
using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using CigHub.Tests.Domain.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Serie;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CigHub.Tests.Features.Affidamenti.Serie;

/// <summary>
/// Checks five hundred rows in CigHub's own template of a serie. With forty wrong cells, each error must be reported at its cell and at no
/// other.
/// </summary>
public sealed class FiveHundredRowsTests(ITestOutputHelper uscita) : WithSerie
{
    private static readonly (int Riga, string Colonna, object Valore, string Codice)[] _errori =
    [
        .. Semina([3, 47, 112, 250], ColonneDelFoglioSerie.Lotto, ["Lotto che non c'è", "9 – Altro (A000000000)", "zzz", 1d],
            ["serie.lotto-sconosciuto", "serie.lotto-sconosciuto", "serie.lotto-sconosciuto", "cella.numero"]),
        .. Semina([5, 60], ColonneDelFoglioSerie.Rup, ["Dario Montefusco (rup.velletri)", "nessuno"], ["serie.rup-sconosciuto", "serie.rup-sconosciuto"]),
        .. Semina([8, 77], ColonneDelFoglioSerie.Fornitore, ["Vedetta Sicurezza S.r.l.", 1234567897d], ["serie.fornitore-sconosciuto", "cella.numero"]),
        .. Semina([10, 490], "Titolo documento", [new string('t', 251), 2026d], ["ad4.testo-troppo-lungo", "cella.numero"]),
        .. Semina([11, 120], "Centro di costo", ["0000", "Ufficio inventato"], ["serie.centro-di-costo", "serie.centro-di-costo"]),
        .. Semina([12, 130], "Oggetto", [new DateTime(2026, 3, 1), "#N/D"], ["cella.data", "cella.errore-di-formula"]),
        .. Semina([13, 140, 260, 500], "Data di adesione", ["31/02/2026", "ieri", 1d, "01/01/2020"],
            ["data.inesistente", "data.formato", "data.fuori-limite", "convenzione.fuori-finestra"]),
        .. Semina([14, 150], "Investimento PNRR o PNC", ["forse", "X"], ["sino.formato", "sino.formato"]),
        .. Semina([15, 160], "È prevista l'acquisizione del CUP", ["boh", 1d], ["sino.formato", "cella.numero"]),
        .. Semina([16, 170, 280], "CUP", ["F81B2600001", 81260000100061d, "F81B26000010006,F81B2600002000"], ["cup.lunghezza", "cella.numero", "cup.elenco"]),
        .. Semina([17, 180, 290], "Luogo ISTAT", [12058104d, "12058104", "012999999"], ["cella.numero", "cod-istat.zero-iniziale", "codice.sconosciuto"]),
        .. Semina([18, 190], "Codice identificativo corrispondente al sistema di codifica CPV", [3113000d, "99999999"], ["cella.numero", "codice.sconosciuto"]),
        .. Semina([19, 200, 300], "Servizi", [1234.567m, "1.23,4", -1m], ["importo.decimali", "importo.punto", "importo.negativo"]),
        .. Semina([20, 210], "Sicurezza", ["cento", new DateTime(2026, 1, 1)], ["importo.formato", "importo.formato"]),
        .. Semina([21, 501], "Tipo di finanziamento", ["ZZ – Fondo inventato", 5d], ["codice.sconosciuto", "cella.numero"]),
        .. Semina([22, 220], "Importo finanziato", ["12,345", "1e3"], ["importo.decimali", "importo.formato"]),
        .. Semina([23], "Somme a disposizione (IVA e altro)", ["€"], ["importo.mancante"]),
    ];

    [Fact]
    public async Task Quaranta_errori_tutti_alla_loro_cella_e_nessun_altro()
    {
        Assert.Equal(40, _errori.Length);
        Assert.True(_errori.Select(e => e.Codice).Distinct().Count() >= 10);
        var contesto = await Context();
        var righe = Enumerable.Range(0, 500).Select(i => Buona(contesto, i)).ToList();
        foreach (var (riga, colonna, valore, _) in _errori)
        {
            righe[riga - 2][colonna] = valore;
        }

        var orologio = Stopwatch.StartNew();
        var letta = SerieSheet.Read(await SerieTemplate.Write(contesto, righe), contesto.Convenzione.Id).Value;
        uscita.WriteLine($"read {orologio.ElapsedMilliseconds} ms");
        Assert.Equal(500, letta.Righe.Count);
        orologio.Restart();
        var controllata = await Anteprima(letta);
        uscita.WriteLine($"checked {orologio.ElapsedMilliseconds} ms");

        string Cella(int riga, string colonna) => letta.Lettere[colonna] + riga.ToString(CultureInfo.InvariantCulture);
        var attese = _errori.Select(e => $"{Cella(e.Riga, e.Colonna)} {e.Codice}").Order(StringComparer.Ordinal);
        var trovate = controllata.Righe.SelectMany(r => r.Errori.Select(e => $"{letta.Cell(r.Riga, e.Field)} {e.Code}")).Order(StringComparer.Ordinal);
        Assert.Equal(attese, trovate);
        Assert.Equal(0, await Bench.Query(db => db.Affidamenti.CountAsync()));
        await Bench.Refuses("serie.lotto-sconosciuto", Comando(contesto, letta));
        Assert.Equal(0, await Bench.Query(db => db.Affidamenti.CountAsync()));
    }

    [Fact]
    public async Task Cinquecento_righe_giuste_sono_cinquecento_bozze_in_una_transazione()
    {
        var contesto = await Context();
        var letta = SerieSheet.Read(
            await SerieTemplate.Write(contesto, [.. Enumerable.Range(0, 500).Select(i => Buona(contesto, i))]), contesto.Convenzione.Id).Value;
        var orologio = Stopwatch.StartNew();
        var ricevuta = await Bench.Succeeds(Comando(contesto, letta));
        uscita.WriteLine($"created {orologio.ElapsedMilliseconds} ms");
        Assert.Equal(500, await Bench.Query(db => db.Affidamenti.CountAsync(a => a.Stato == StatoAffidamento.InLavorazione)));
        Assert.Equal(500, await Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.AffidamentoCreato)));
        Assert.Equal(Enumerable.Range(1, 500), await Bench.Query(db => db.Affidamenti.Select(a => a.Progressivo).Order().ToListAsync()));
        var evento = await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq));
        Assert.Equal(Azioni.SerieCreata, evento.Azione);
        uscita.WriteLine($"event of the file {evento.Byte.Length} bytes");
        Assert.Contains(letta.Sha256, System.Text.Encoding.UTF8.GetString(evento.Byte), StringComparison.Ordinal);

        var prima = await Bench.ReadAgain(letta.Righe[0].Id);
        Assert.Equal("CH-2026-00001 – Adesione numero 0", prima.TitoloDocumento);
        Assert.Equal(Importo.DaEuro(1010m), prima.Importo);
        Assert.Equal("1.230,00", prima.Bozza.Testo(PercorsoAd4.Aggiudicazione(0, "finanziamenti/0/importo")));
        Assert.All(CompletezzaAd4.Controlla(prima.Bozza, CigHub.Domain.Codici.ListeAnac.Fornite, SampleSchede.Oggi),
            s => Assert.Equal(TipoSegnalazione.Mancante, s.Tipo));
    }

    private static IEnumerable<(int, string, object, string)> Semina(int[] righe, string colonna, object[] valori, string[] codici) =>
        righe.Select((riga, i) => (riga, colonna, valori[i], codici[i]));
}
