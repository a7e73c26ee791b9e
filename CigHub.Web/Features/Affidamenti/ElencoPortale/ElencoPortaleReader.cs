using System.Text;
using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using CigHub.Web.Common.FogliDiCalcolo;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>
/// Reads the portal's <em>Esporta in xls</em> in both its forms: an HTML page under the name <c>.xls</c>, or a real workbook. The first
/// bytes say which form it is, whatever its name.
/// </summary>
public static class ElencoPortaleReader
{
    /// <summary>The name of the sheet with the rows, in a real workbook.</summary>
    public const string Foglio = "Dati";

    /// <summary>The content types of the two forms, with which the files are downloaded again.</summary>
    public const string TipoHtml = "application/vnd.ms-excel", TipoXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static Result<ElencoLetto> Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length is 0 or > XlsxCheck.MaxFile)
        {
            return file.Length == 0
                ? new Error("elenco.vuoto", "Il file è vuoto: esporta di nuovo l'elenco dal portale.", "File")
                : XlsxCheck.TooLarge(file.Length);
        }

        var tabelle = Tipo(file.Span) switch
        {
            TipoXlsx => DaXlsx(file),
            TipoHtml => HtmlTables.Read(Text(file.Span)),
            _ => Strange(file.Span),
        };
        return tabelle.TryGet(out var lette) ? ElencoReader.Read(lette) : Result<ElencoLetto>.Refused(tabelle.Errors);
    }

    /// <summary>Returns the content type of a file, as its first bytes show it. Returns null when they belong to neither form.</summary>
    public static string? Tipo(ReadOnlySpan<byte> file) => file switch
    {
        [0x50, 0x4B, 0x03, 0x04, ..] => TipoXlsx,
        [0xFF, 0xFE, (byte)'<', 0, ..] or [0xFE, 0xFF, 0, (byte)'<', ..] => TipoHtml,
        [0xEF, 0xBB, 0xBF, .. var resto] => ComeHtml(resto),
        _ => ComeHtml(file),
    };

    private static string? ComeHtml(ReadOnlySpan<byte> file) => file.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] ? TipoHtml : null;

    private static Error Strange(ReadOnlySpan<byte> file) => file switch
    {
        [0xD0, 0xCF, 0x11, 0xE0, ..] => new(
            "elenco.tipo",
            "Il file è nel vecchio formato .xls: aprilo con il foglio di calcolo, salvalo come «Cartella di lavoro di Excel (.xlsx)» e carica quello.",
            "File"),
        [0x25, 0x50, 0x44, 0x46, ..] => new("elenco.tipo", "Il file è un PDF: serve l'elenco che il portale dà con «Esporta in xls».", "File"),
        _ => new(
            "elenco.tipo",
            "Il file non è un elenco del portale: sul portale apri «Affidamenti diretti su Accordo Quadro», usa «Esporta in xls» e carica quel file com'è.",
            "File"),
    };

    /// <summary>
    /// Decodes the HTML page: by its byte order mark, else as UTF-8 when all its bytes are valid UTF-8, else as windows-1252. The encoding
    /// that the page declares is ignored, because many pages declare one and use another. A text with accents in windows-1252 is
    /// practically never valid UTF-8.
    /// </summary>
    private static string Text(ReadOnlySpan<byte> file)
    {
        switch (file)
        {
            case [0xFF, 0xFE, .. var resto]:
                return Encoding.Unicode.GetString(resto);
            case [0xFE, 0xFF, .. var resto]:
                return Encoding.BigEndianUnicode.GetString(resto);
            case [0xEF, 0xBB, 0xBF, .. var resto]:
                return Encoding.UTF8.GetString(resto);
            default:
                try
                {
                    return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
                }
                catch (DecoderFallbackException)
                {
                    return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file);
                }
        }
    }

    private static Result<IReadOnlyList<IReadOnlyList<RigaDiFile>>> DaXlsx(ReadOnlyMemory<byte> file)
    {
        // Read two rows more than the limit: the captions, and one row that shows that there are too many.
        var letto = XlsxReader.ReadAll(file, Foglio, ElencoReader.MaxRighe + 2);
        return letto.TryGet(out var righe)
            ? Result.Success<IReadOnlyList<IReadOnlyList<RigaDiFile>>>([[.. righe.Select(r => new RigaDiFile(r.Numero, [.. r.Celle.Select(Cell)]))]])
            : Result<IReadOnlyList<IReadOnlyList<RigaDiFile>>>.Refused(letto.Errors);
    }

    private static CellaSerie Cell(ReadCell c) =>
        new(c.Text, c switch { { WasNumber: true } => TipoCella.Numero, { WasDate: true } => TipoCella.Data, _ => TipoCella.Testo });
}
