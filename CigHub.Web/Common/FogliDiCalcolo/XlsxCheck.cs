using System.IO.Compression;
using System.Text;
using CigHub.Domain.Common;

namespace CigHub.Web.Common.FogliDiCalcolo;

/// <summary>
/// Checks a user's file before any library opens it: whether it is an .xlsx, and whether it can be read without filling the memory (510 KB
/// of zip can inflate to 500 MB). Nothing is decompressed here: sizes come from the zip's own directory.
/// </summary>
/// <remarks>
/// The directory may state false sizes. <see cref="XlsxBook"/> therefore reads no further than <see cref="MaxInflated"/>.
/// </remarks>
public static class XlsxCheck
{
    /// <summary>The largest size in bytes of a workbook that is accepted.</summary>
    public const int MaxFile = 10 * 1024 * 1024;

    /// <summary>The largest sum of the inflated sizes of the zip's entries, in bytes.</summary>
    public const long MaxInflated = 50L * 1024 * 1024;

    /// <summary>The largest number of entries of the zip. A workbook of a hundred sheets has about three hundred.</summary>
    public const int MaxEntries = 1_000;

    /// <summary>The highest accepted ratio of an entry's inflated size to its compressed size. A higher one suggests a zip bomb.</summary>
    public const int MaxRatio = 100;

    /// <summary>The size in bytes up to which an entry is harmless. Many equal rows may well be compressed more than a hundred times.</summary>
    private const int TooSmallToHarm = 1024 * 1024;

    /// <summary>The error for a workbook that is damaged.</summary>
    internal static readonly Error Unreadable = new(
        "foglio.illeggibile",
        "Il file è danneggiato e non si legge: aprilo con il foglio di calcolo, "
        + "salvalo di nuovo come «Cartella di lavoro di Excel (.xlsx)» e ricaricalo.");

    /// <summary>The error for a workbook that would fill the memory.</summary>
    internal static readonly Error InflatesTooFar = new(
        "foglio.bomba",
        "Il file, una volta aperto, sarebbe troppo grande per essere letto in sicurezza: copia le sole righe da caricare in un foglio "
        + "nuovo, salvalo e ricarica quello.");

    /// <summary>The name of the part that an encrypted workbook holds instead of its sheets, in the bytes of the old container.</summary>
    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>
    /// Returns the error for a file that is larger than <see cref="MaxFile"/>, so that a caller can refuse the file by its size without
    /// reading it.
    /// </summary>
    public static Error TooLarge(long byteDelFile) => new(
        "foglio.troppo-grande", $"Il file è di {byteDelFile / 1024m / 1024m:0.0} MB, il massimo è {MaxFile / 1024 / 1024} MB: dividi le righe in più file.");

    public static Result Examine(ReadOnlyMemory<byte> file)
    {
        if (file.Length == 0)
        {
            return new Error("foglio.vuoto", "Il file è vuoto: scegli il foglio che hai compilato.");
        }

        if (file.Length > MaxFile)
        {
            return TooLarge(file.Length);
        }

        if (KindOf(file.Span) is { } altro)
        {
            return new Error("foglio.tipo", altro);
        }

        try
        {
            using var zip = new ZipArchive(XlsxBook.Stream(file), ZipArchiveMode.Read);
            return Examine(zip);
        }
        catch (InvalidDataException)
        {
            return Unreadable;
        }
    }

    private static Result Examine(ZipArchive zip)
    {
        if (zip.Entries.Count > MaxEntries || zip.Entries.Sum(v => v.Length) > MaxInflated || zip.Entries.Any(IsBomb))
        {
            return InflatesTooFar;
        }

        bool Has(string end) => zip.Entries.Any(v => v.FullName.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        return Has("workbook.xml") ? Result.Ok : new Error("foglio.tipo", Has("content.xml")
            ? "Il file è nel formato di LibreOffice (.ods): aprilo e salvalo come «Cartella di lavoro di Excel (.xlsx)»."
            : Has("workbook.bin")
                ? "Il file è nel formato binario .xlsb: aprilo con il foglio di calcolo e salvalo come «Cartella di lavoro di Excel (.xlsx)»."
                : "Il file è un archivio compresso, ma non un foglio di calcolo .xlsx: "
                    + "carica il foglio salvato come «Cartella di lavoro di Excel (.xlsx)».");
    }

    private static bool IsBomb(ZipArchiveEntry voce) =>
        voce.Length > TooSmallToHarm && voce.Length > voce.CompressedLength * MaxRatio;

    /// <summary>
    /// Returns the sentence for the user about a file of another type, or null for an .xlsx. The first bytes decide, never the name: the
    /// portal itself gives HTML under the name .xls.
    /// </summary>
    private static string? KindOf(ReadOnlySpan<byte> inizio) => inizio switch
    {
        [0x50, 0x4B, 0x03, 0x04, ..] => null,
        [0xD0, 0xCF, 0x11, 0xE0, ..] when inizio.IndexOf(Encrypted) >= 0 =>
            "Per aprire il foglio serve una password: aprilo con il foglio di calcolo, togli la password, salvalo e ricaricalo.",
        [0xD0, 0xCF, 0x11, 0xE0, ..] =>
            "Il file è nel vecchio formato .xls: aprilo con il foglio di calcolo e salvalo come «Cartella di lavoro di Excel (.xlsx)».",
        [0x25, 0x50, 0x44, 0x46, ..] => "Il file è un PDF: serve un foglio di calcolo .xlsx, per esempio il modello da scaricare in questa pagina.",
        [(byte)'<', ..] or [0xEF, 0xBB, 0xBF, (byte)'<', ..] =>
            "Il file è una pagina HTML, anche se il nome dice altro: aprila con il foglio di calcolo "
            + "e salvala come «Cartella di lavoro di Excel (.xlsx)».",
        _ => "Il file non è un foglio di calcolo .xlsx: scarica il modello da questa pagina, compilalo e carica quello.",
    };
}
