using System.Net;
using System.Text;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Demo.Dimostrazione;
using MiniExcelLibs;

namespace CigHub.Tests.Features.Affidamenti.ElencoPortale;

/// <summary>
/// Builds files like the portal's <em>Esporta in xls</em>, in both formats. They are written by hand, without the app's own exports.
/// </summary>
internal static class SampleElenchi
{
    public const string Registro = "Registro di Sistema", Titolo = "Titolo documento", Oggetto = "Oggetto", ImportoAppalto = "Importo Appalto",
        Invio = "Data Invio", Stato = "Stato", Padre = "CIG Padre", DescrizionePadre = "Descrizione CIG Padre", Derivato = "CIG Derivato",
        Oe = "Denominazione OE", StatoSulPortale = "Stato Affidamento";

    /// <summary>The captions of the portal's list, in the order that CMRC's instructions give.</summary>
    public static readonly string[] Colonne =
        ["Apri", Registro, Titolo, Oggetto, ImportoAppalto, Invio, Stato, Padre, DescrizionePadre, Derivato, Oe, StatoSulPortale];

    public static readonly Cig PadreDiProva = InventedCodes.Cig('A', 0x5000);

    public static Cig Cig(int numero, char lettera = 'B') => InventedCodes.Cig(lettera, numero);

    /// <summary>Returns a row of the list, by caption, with the values that the portal fills in.</summary>
    public static Dictionary<string, string> Row(
        string titolo, string? cig, string padre, string importo, string oe = "Nitida Ambiente S.r.l.", string registro = "PI000123-26") => new()
        {
            [Registro] = registro,
            [Titolo] = titolo,
            [Oggetto] = "Pulizia degli uffici",
            [ImportoAppalto] = importo,
            [Invio] = "20/11/2026 10:32",
            [Stato] = "Inviato",
            [Padre] = padre,
            [DescrizionePadre] = "Pulizie",
            [Derivato] = cig ?? "",
            [Oe] = oe,
            [StatoSulPortale] = "CigRecuperati",
        };

    /// <summary>
    /// Builds the older format of the file, an HTML page with nested tables: a title, the values of the filter, then captions and rows.
    /// Empty cells and figures begin with a no-break space.
    /// </summary>
    public static string Html(IEnumerable<Dictionary<string, string>> righe, string[]? colonne = null)
    {
        colonne ??= Colonne;
        var pagina = new StringBuilder(
            "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\">"
            + "<style>td { mso-number-format:\\@; }</style></head>\r\n<body><table><tr><td>")
            .Append(
                "<table><tr><td colspan=\"12\"><b>Affidamenti diretti su Accordo Quadro</b></td></tr>"
                + "<tr><td>Registro di Sistema</td><td>&nbsp;</td><td>CIG Padre</td><td>&nbsp;</td></tr></table>")
            .Append("</td></tr><tr><td><table border=1>\r\n<tr>");
        foreach (var colonna in colonne)
        {
            pagina.Append("<th nowrap><b>").Append(WebUtility.HtmlEncode(colonna)).Append("</b></th>");
        }

        pagina.Append("</tr>\r\n");
        foreach (var riga in righe)
        {
            pagina.Append("<tr>");
            foreach (var colonna in colonne)
            {
                var testo = riga.GetValueOrDefault(colonna, "");
                pagina.Append("<td>").Append(testo.Length == 0 || char.IsAsciiDigit(testo[0]) ? "&nbsp;" : "")
                    .Append(WebUtility.HtmlEncode(testo)).Append("</td>");
            }

            pagina.Append("</tr>\r\n");
        }

        return pagina.Append("</table></td></tr><tr><td>Numero Righe: 2</td></tr></table></body></html>").ToString();
    }

    public static byte[] Utf8(string pagina) => Encoding.UTF8.GetBytes(pagina);

    /// <summary>Returns the HTML page in the encoding windows-1252, with accented letters as bytes and not as entities.</summary>
    public static byte[] Win1252(string pagina) =>
        CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(WebUtility.HtmlDecode(
            pagina.Replace("&nbsp;", "\u00A0", StringComparison.Ordinal).Replace("&lt;", "&amp;lt;", StringComparison.Ordinal)));

    /// <summary>Builds the newer format of the file, a workbook with the sheets <c>Dati</c> and <c>Legenda</c>.</summary>
    public static byte[] Xlsx(IEnumerable<IReadOnlyDictionary<string, object?>> righe)
    {
        using var file = new MemoryStream();
        file.SaveAs(new Dictionary<string, object>
        {
            ["Legenda"] = new[] { new Dictionary<string, object?> { ["CIG Derivato"] = "filtro", ["Titolo documento"] = "tutti", ["CIG Padre"] = "tutti" } },
            ["Dati"] = righe.Select(r => r.ToDictionary(c => c.Key, c => c.Value)),
        });
        return file.ToArray();
    }

    /// <summary>
    /// Returns an Affidamento of CigHub in the form in which the comparison takes it, by default with one adhesion of 1 000 €.
    /// </summary>
    public static AffidamentoNoto Noto(int numero, Action<Template>? come = null)
    {
        var m = new Template { Numero = numero, Titolo = $"CH-2026-{numero:00000} – Pulizia degli uffici" };
        come?.Invoke(m);
        var importi = m.Importi ?? [1000m];
        return new AffidamentoNoto(
            new Guid(numero, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 1]), new NumeroAffidamento(2026, numero), m.Titolo, m.Stato, m.Padre ?? PadreDiProva,
            Importo.DaEuro(importi.Sum()), m.Oe, m.Portale, 1,
            [.. importi.Select((importo, i) => new AggiudicazioneNota(new Guid(numero, (short)(i + 1), 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 2]),
                Importo.DaEuro(importo), i < m.Cig.Length ? m.Cig[i] : null, StatoDi(m, i)))]);
    }

    private static StatoAggiudicazione StatoDi(Template m, int i) => i < m.Cig.Length && m.Cig[i] is not null ? StatoAggiudicazione.Acquisita : m.Stato switch
    {
        StatoAffidamento.CigInRichiesta => StatoAggiudicazione.InRichiesta,
        StatoAffidamento.EsitoDaVerificare => StatoAggiudicazione.DaVerificare,
        _ => StatoAggiudicazione.DaRichiedere,
    };

    /// <summary>The values of a sample Affidamento, which a test may change before it is built.</summary>
    internal sealed class Template
    {
        public int Numero { get; set; }

        public string Titolo { get; set; } = "";

        public StatoAffidamento Stato { get; set; } = StatoAffidamento.CigInRichiesta;

        public Cig? Padre { get; set; }

        public decimal[]? Importi { get; set; }

        public string Oe { get; set; } = "Nitida Ambiente S.r.l.";

        public DatiPortale Portale { get; set; } = DatiPortale.Vuoti;

        public Cig?[] Cig { get; set; } = [];
    }
}
