using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CigHub.Domain.Common;
using CigHub.Domain.Palestra;
using CigHub.Web.Common;
using CigHub.Web.Common.FogliDiCalcolo;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace CigHub.Web.Demo.Palestra;

/// <summary>One row of the file that <em>Esporta in xls</em> writes: a document of the portal's list. Equality: by all members.</summary>
/// <param name="DataInvio">The instant of sending, UTC. The file shows it in the time of Rome.</param>
public sealed record PalestraRow(
    string RegistroDiSistema, string TitoloDocumento, string Oggetto, Importo? ImportoAppalto, DateTime? DataInvio,
    string Stato, string CigPadre, string DescrizioneCigPadre,
    string CigDerivato, string DenominazioneOe, string StatoAffidamento)
{
    public static PalestraRow Of(DocumentoPalestra d) => new(
        d.RegistroDiSistema ?? "", d.Dati.TitoloDocumento, d.Dati.Oggetto,
        Importo.Leggi(d.Dati.ImportoAppalto).TryGet(out var importo) ? importo : null,
        d.DataInvio, d.Stato, d.Dati.CigPadre,
        d.Dati.DescrizioneCigPadre, d.CigDerivato?.Valore ?? "", d.Dati.DenominazioneOe, d.StatoAffidamento);
}

/// <summary>
/// Writes the two forms of file that portals of this family export (<em>Esporta in xls</em>): the older one is HTML under the name
/// <c>.xls</c>, the newer one a true workbook. The class depends on nothing, so that tests and palestra make the same files.
/// </summary>
/// <remarks>
/// Source: public knowledge about the family (AFLink). In the HTML, amounts are <c>1.234,56</c> and instants <c>24/11/2026 10:32</c>. An
/// empty cell holds a non-breaking space, and a text of digits begins with one. The column «Apri» of the list is a link and is left out.
/// </remarks>
public static class PalestraFiles
{
    public const string Titolo = "Affidamenti diretti su Accordo Quadro";

    public const string FoglioDati = "Dati", FoglioLegenda = "Legenda";

    public const string TipoXls = "application/vnd.ms-excel", TipoXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Spazio = "&nbsp;";

    private static readonly SpreadCheetahOptions _withPositions = new() { WriteCellReferenceAttributes = true };

    /// <summary>
    /// The columns of both files: caption, width in characters, and the function that takes the value from a row (<see cref="string"/>,
    /// <see cref="Importo"/>, <see cref="DateTime"/> or null).
    /// </summary>
    public static IReadOnlyList<(string Nome, double Larghezza, Func<PalestraRow, object?> Valore)> Colonne { get; } =
    [
        ("Registro di Sistema", 18, r => r.RegistroDiSistema),
        ("Titolo documento", 40, r => r.TitoloDocumento),
        ("Oggetto", 50, r => r.Oggetto),
        ("Importo Appalto", 16, r => r.ImportoAppalto),
        ("Data Invio", 18, r => r.DataInvio),
        ("Stato", 12, r => r.Stato),
        ("CIG Padre", 14, r => r.CigPadre),
        ("Descrizione CIG Padre", 30, r => r.DescrizioneCigPadre),
        ("CIG Derivato", 14, r => r.CigDerivato),
        ("Denominazione OE", 30, r => r.DenominazioneOe),
        ("Stato Affidamento", 18, r => r.StatoAffidamento),
    ];

    /// <summary>Returns the older form of the file, which is HTML and begins with <c>&lt;</c>.</summary>
    public static byte[] Xls(IReadOnlyList<PalestraFilterValue> filtri, IEnumerable<PalestraRow> righe)
    {
        var html = new StringBuilder("<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head><body>\n<table>\n");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<tr><td><table><tr><td colspan=\"{Colonne.Count}\"><b>{Titolo}</b></td></tr></table></td></tr>\n<tr><td><table>\n");
        foreach (var filtro in filtri)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Encode(filtro.Etichetta)}</td><td>{Cell(filtro.Valore)}</td></tr>\n");
        }

        html.Append("</table></td></tr>\n<tr><td><table border=\"1\">\n<tr>");
        html.AppendJoin("", Colonne.Select(c => $"<td><b>{Encode(c.Nome)}</b></td>")).Append("</tr>\n");
        foreach (var riga in righe)
        {
            html.Append("<tr>").AppendJoin("", Colonne.Select(c => $"<td>{Cell(c.Valore(riga))}</td>")).Append("</tr>\n");
        }

        return Encoding.UTF8.GetBytes(html.Append("</table></td></tr>\n</table></body></html>\n").ToString());
    }

    /// <summary>
    /// Returns the newer form of the file, a workbook. The sheet <c>Dati</c> has typed cells under bold captions, the sheet <c>Legenda</c>
    /// the filters and the instant.
    /// </summary>
    /// <param name="utc">The instant of the request, UTC.</param>
    public static async Task<byte[]> Xlsx(IReadOnlyList<PalestraFilterValue> filtri, IEnumerable<PalestraRow> righe, DateTime utc,
        CancellationToken ct = default)
    {
        using var memoria = new MemoryStream();
        await using (var libro = await Spreadsheet.CreateNewAsync(memoria, _withPositions, ct))
        {
            var dati = new WorksheetOptions();
            var legenda = new WorksheetOptions();
            for (var i = 0; i < Colonne.Count; i++)
            {
                dati.Column(i + 1).Width = Colonne[i].Larghezza;
            }

            (legenda.Column(1).Width, legenda.Column(2).Width) = (26, 50);
            await libro.StartWorksheetAsync(FoglioDati, dati, ct);
            var grassetto = libro.AddStyle(new Style { Font = { Bold = true } });
            var euro = libro.AddStyle(new Style { Format = NumberFormat.Standard(StandardNumberFormat.ThousandsSeparatorTwoDecimalPlaces) });
            var momento = libro.AddStyle(new Style { Format = NumberFormat.Custom("dd/mm/yyyy hh:mm") });
            await libro.AddHeaderRowAsync([.. Colonne.Select(c => c.Nome)], grassetto, ct);
            foreach (var riga in righe)
            {
                await libro.AddRowAsync([.. Colonne.Select(c => Sheet(c.Valore(riga), euro, momento))], ct);
            }

            await libro.StartWorksheetAsync(FoglioLegenda, legenda, ct);
            await libro.AddHeaderRowAsync([Titolo], grassetto, ct);
            await libro.AddRowAsync([new Cell("Data estrazione", grassetto), new Cell(RomeTime.Text(utc))], ct);
            foreach (var filtro in filtri)
            {
                await libro.AddRowAsync([new Cell(filtro.Etichetta, grassetto), new Cell(Harmless(filtro.Valore))], ct);
            }

            await libro.FinishAsync(ct);
        }

        return memoria.ToArray();
    }

    private static StyledCell Sheet(object? valore, StyleId euro, StyleId momento) => valore switch
    {
        Importo importo => new StyledCell(new DataCell(importo.InEuro), euro),
        DateTime utc => new StyledCell(new DataCell(RomeTime.InRome(utc)), momento),
        string { Length: > 0 } testo => new StyledCell(new DataCell(Harmless(testo)), null),
        _ => default,
    };

    private static string Cell(object? valore) => valore switch
    {
        Importo importo => importo.ToString(),
        DateTime utc => RomeTime.Text(utc),
        string { Length: > 0 } testo => testo.All(char.IsAsciiDigit) ? Spazio + testo : Encode(Harmless(testo)),
        _ => Spazio,
    };

    private static string Encode(string testo) => HtmlEncoder.Default.Encode(testo);

    /// <summary>Returns the text without characters that XML cannot hold, and such that no spreadsheet takes it for a formula.</summary>
    private static string Harmless(string testo) =>
        XlsxWriter.Harmless(string.Concat(testo.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not '\uFFFE' and not '\uFFFF')));
}
