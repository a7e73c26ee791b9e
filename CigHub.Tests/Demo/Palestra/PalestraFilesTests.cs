using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using CigHub.Tests.Domain.Palestra;
using CigHub.Web.Common.FogliDiCalcolo;
using CigHub.Web.Demo.Palestra;
using MiniExcelLibs;

namespace CigHub.Tests.Demo.Palestra;

/// <summary>
/// Checks the two files that the palestra exports in the formats of the portal: the older format, which is HTML, and the newer one, which
/// is .xlsx.
/// </summary>
public sealed partial class PalestraFilesTests
{
    private static readonly string[] _colonne =
    [
        "Registro di Sistema", "Titolo documento", "Oggetto", "Importo Appalto", "Data Invio", "Stato", "CIG Padre", "Descrizione CIG Padre",
        "CIG Derivato", "Denominazione OE", "Stato Affidamento",
    ];

    private static readonly PalestraFilterValue[] _filtri = [new("CIG Padre", "CigPadre", "B61107E182"), new("Stato Affidamento", "StatoAffidamento", "")];

    private static readonly PalestraRow[] _righe =
    [
        new("PI000123-26", "CH-2026-00001 – Pulizie & affini", "Attività «a» <b>", Importo.Parse("1234567,5", null), SampleDocumenti.Utc, "Inviato",
            "6671530089", "B61107E182", "UFFF000123", "Pulito S.r.l.", "Attivo"),
        new("", "Bozza", "=1+1", null, null, "Salvato", "", "", "", "", ""),
    ];

    private static List<List<string>> Table(string html) =>
        [.. Row().Matches(html).Select(r => Cell().Matches(r.Groups[1].Value).Select(c => c.Groups[1].Value).ToList())];

    [Fact]
    public void Il_vecchio_e_HTML_con_titolo_filtri_intestazioni_e_righe()
    {
        var file = PalestraFiles.Xls(_filtri, _righe);
        Assert.Equal((byte)'<', file[0]);
        var righe = Table(Encoding.UTF8.GetString(file));
        Assert.Equal(["<b>Affidamenti diretti su Accordo Quadro</b>"], righe[0]);
        Assert.Equal(["CIG Padre", "B61107E182"], righe[1]);
        Assert.Equal(["Stato Affidamento", "&nbsp;"], righe[2]);
        Assert.Equal(_colonne.Select(c => $"<b>{c}</b>"), righe[3]);
        Assert.Equal(2, righe.Count - 4);
    }

    [Fact]
    public void Nel_vecchio_i_valori_sono_testi_italiani_e_lo_spazio_unificatore_sta_dove_il_portale_lo_mette()
    {
        var righe = Table(Encoding.UTF8.GetString(PalestraFiles.Xls(_filtri, _righe)));
        Assert.Equal(("1.234.567,50", "24/11/2026 10:32"), (righe[4][3], righe[4][4]));
        Assert.Equal("\u00A06671530089", WebUtility.HtmlDecode(righe[4][6]));
        Assert.Equal(("CH-2026-00001 – Pulizie & affini", "Attività «a» <b>"), (WebUtility.HtmlDecode(righe[4][1]), WebUtility.HtmlDecode(righe[4][2])));
        Assert.DoesNotContain("<b>", righe[4][2], StringComparison.Ordinal);
        Assert.Equal("'=1+1", WebUtility.HtmlDecode(righe[5][2]));
        Assert.Equal("\u00A0", WebUtility.HtmlDecode(righe[5][8]));
    }

    [Fact]
    public async Task Il_nuovo_e_un_foglio_vero_con_Dati_e_Legenda()
    {
        var file = await PalestraFiles.Xlsx(_filtri, _righe, SampleDocumenti.Utc);
        Assert.Equal("PK"u8.ToArray(), file[..2]);
        using var memoria = new MemoryStream(file);
        Assert.Equal(["Dati", "Legenda"], memoria.GetSheetNames());
        var dati = memoria.Query(useHeaderRow: true, sheetName: "Dati").Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(_colonne, dati[0].Keys);
        Assert.Equal((1234567.5, new DateTime(2026, 11, 24, 10, 32, 0)), (dati[0]["Importo Appalto"], dati[0]["Data Invio"]));
        Assert.Equal(("6671530089", "UFFF000123"), (dati[0]["CIG Padre"], dati[0]["CIG Derivato"]));
        Assert.Equal((null, null, "'=1+1"), (dati[1]["Importo Appalto"], dati[1]["Data Invio"], dati[1]["Oggetto"]));
        var legenda = memoria.Query(sheetName: "Legenda").Cast<IDictionary<string, object?>>().Select(r => r.Values.ToList()).ToList();
        Assert.Contains(legenda, r => r[0] is "Data estrazione" && r[1] is "24/11/2026 10:32");
        Assert.Contains(legenda, r => r[0] is "CIG Padre" && r[1] is "B61107E182");
    }

    [Fact]
    public async Task Il_nuovo_si_legge_con_il_lettore_di_CigHub()
    {
        var file = await PalestraFiles.Xlsx(_filtri, _righe, SampleDocumenti.Utc);
        var righe = XlsxReader.Read(file, [.. _colonne.Select(c => new ExpectedColumn(c, true))], 100).Value.Rows;
        Assert.Equal("UFFF000123", righe[0]["CIG Derivato"].Text);
        Assert.Equal(TipoCella.Testo, righe[0]["CIG Padre"].Kind);
    }

    [Fact]
    public async Task Senza_righe_restano_le_intestazioni()
    {
        Assert.Equal(_colonne.Length, Table(Encoding.UTF8.GetString(PalestraFiles.Xls(_filtri, [])))[^1].Count);
        using var memoria = new MemoryStream(await PalestraFiles.Xlsx(_filtri, [], SampleDocumenti.Utc));
        Assert.Equal(_colonne, memoria.Query(sheetName: "Dati").Cast<IDictionary<string, object?>>().Single().Values);
    }

    [GeneratedRegex("<tr>(?!<td><table)(.*?)</tr>")]
    private static partial Regex Row();

    [GeneratedRegex("<td[^>]*>(.*?)</td>")]
    private static partial Regex Cell();
}
