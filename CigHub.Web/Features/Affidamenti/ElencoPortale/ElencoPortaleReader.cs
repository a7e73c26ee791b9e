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
    /// <summary>The name that the portal gives to the sheet with the rows, in a real workbook.</summary>
    private const string Foglio = "Dati";

    /// <summary>The most columns of a workbook that are looked at. The portal's list has eleven.</summary>
    private const int MaxColonne = 200;

    /// <summary>The content types of the two forms, with which the files are downloaded again.</summary>
    public const string TipoHtml = "application/vnd.ms-excel", TipoXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly CellaSerie _vuota = new("");

    public static Result<ElencoLetto> Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length is 0 or > XlsxCheck.MaxFile)
        {
            return file.Length == 0
                ? new Error("elenco.vuoto", "Il file è vuoto: esporta di nuovo l'elenco dal portale.", "File")
                : XlsxCheck.TooLarge(file.Length);
        }

        return Tipo(file.Span) switch
        {
            TipoXlsx => DaXlsx(file),
            TipoHtml => HtmlTables.Read(Text(file.Span)) is var pagina && pagina.TryGet(out var tabelle)
                ? ElencoReader.Read(tabelle)
                : Result<ElencoLetto>.Refused(pagina.Errors),
            _ => Strange(file.Span),
        };
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

    private static Result<ElencoLetto> DaXlsx(ReadOnlyMemory<byte> file)
    {
        // Read some rows more than the limit: the captions, what may stand above them, and one row that shows that there are too many.
        var letto = XlsxReader.ReadTable(
            file,
            Foglio,
            testo => ColonnaPortaleWords.ConDidascalia(testo) is not null,
            ElencoReader.MinDidascalie,
            ElencoReader.MaxRighe + XlsxReader.CaptionRows + 1,
            SenzaIntestazioni);
        if (!letto.TryGet(out var foglio))
        {
            return Result<ElencoLetto>.Refused(letto.Errors);
        }

        var date = foglio.Rows.TakeWhile(r => r.Number <= XlsxReader.CaptionRows).SelectMany(r => r.Cells)
            .Where(c => ColonnaPortaleWords.ConDidascalia(c.Text) == ColonnaPortale.DataInvio).Select(c => c.Column).ToHashSet();
        var elenco = ElencoReader.Read([[.. foglio.Rows.Select(r => Row(r, foglio.Width, date))]]);
        return elenco.TryGet(out var righe) ? righe with { Note = foglio.Notes } : elenco;
    }

    /// <summary>Returns a row with a cell for each column up to the width of the captions, which is where the rows of the list end.</summary>
    private static RigaDiFile Row(SheetRow riga, int quante, HashSet<int> date)
    {
        var celle = new CellaSerie[Math.Min(quante, MaxColonne)];
        Array.Fill(celle, _vuota);
        foreach (var cella in riga.Cells.Where(c => c.Column <= celle.Length))
        {
            celle[cella.Column - 1] = (date.Contains(cella.Column) ? cella.AsDate() : cella).Cella;
        }

        return new RigaDiFile(riga.Number, celle);
    }

    private static Error SenzaIntestazioni(IReadOnlyList<string> fogli) => new(
        "elenco.senza-intestazioni",
        $"CigHub ha cercato l'elenco del portale nelle prime {Plural.Of(XlsxReader.CaptionRows, "riga", "righe")} "
            + $"{(fogli.Count == 1 ? "del foglio" : "dei fogli visibili")} {string.Join(", ", fogli.Take(MaxColonne).Select(f => $"«{f}»"))} "
            + "e non ha trovato le sue intestazioni, per esempio «Titolo documento» e «CIG Derivato». "
            + "Sul portale apri «Affidamenti diretti su Accordo Quadro», usa «Esporta in xls» e carica quel file com'è.",
        "File");
}
