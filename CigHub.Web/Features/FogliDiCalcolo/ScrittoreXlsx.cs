using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace CigHub.Web.Features.FogliDiCalcolo;

/// <summary>What the cells of a column are.</summary>
public enum TipoColonna
{
    Testo,

    /// <summary>A number with two decimals.</summary>
    Importo,

    /// <summary>A real date, shown as <c>24/11/2026</c>.</summary>
    Data,
}

/// <summary>A column of a sheet that is written.</summary>
public sealed record ColonnaScritta<T>(string Nome, TipoColonna Tipo, double Larghezza, Func<T, object?> Valore);

/// <summary>Writes a workbook: typed cells, the caption row bold and frozen, and no text that a spreadsheet would run as a formula.</summary>
public static partial class ScrittoreXlsx
{
    /// <summary>Most rows of one sheet that is given out.</summary>
    public const int MaxRighe = 50_000;

    /// <summary>Longest text of a cell that spreadsheets take.</summary>
    private const int MaxTesto = 32_767;

    private const string Stili = "xl/styles.xml";

    public static byte[] Scrivi<T>(string foglio, IReadOnlyList<ColonnaScritta<T>> colonne, IEnumerable<T> righe)
    {
        var configurazione = new OpenXmlConfiguration
        {
            AutoFilter = false,
            FreezeRowCount = 1,
            DynamicColumns = [.. colonne.Select((c, i) => new DynamicExcelColumn(c.Nome) { Index = i, Width = c.Larghezza, Format = Formato(c.Tipo) })],
        };
        using var file = new MemoryStream();
        file.SaveAs(righe.Select(r => colonne.ToDictionary(c => c.Nome, c => Cella(c.Valore(r)))), sheetName: foglio, configuration: configurazione);
        IntestazioneInGrassetto(file);
        return file.ToArray();
    }

    /// <summary>A text that begins like a formula gets an apostrophe before it, and stays a text wherever it is opened.</summary>
    public static string Innocuo(string testo)
    {
        var breve = testo.Length > MaxTesto - 1 ? testo[..(MaxTesto - 1)] : testo;
        return breve.Length > 0 && breve[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + breve : breve;
    }

    private static string? Formato(TipoColonna tipo) => tipo switch
    {
        TipoColonna.Importo => "#,##0.00",
        TipoColonna.Data => "dd/mm/yyyy",
        _ => null,
    };

    private static object? Cella(object? valore) => valore switch
    {
        string testo => Innocuo(SenzaControlli().Replace(testo, "")),
        DateOnly giorno => giorno.ToDateTime(TimeOnly.MinValue),
        _ => valore,
    };

    /// <summary>The library writes captions white on a blue that some programs do not paint; black and bold is read everywhere.</summary>
    private static void IntestazioneInGrassetto(MemoryStream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true);
        string stili;
        using (var lettore = new StreamReader(zip.GetEntry(Stili)!.Open(), Encoding.UTF8))
        {
            stili = lettore.ReadToEnd();
        }

        zip.GetEntry(Stili)!.Delete();
        using var scrittore = new StreamWriter(zip.CreateEntry(Stili).Open(), new UTF8Encoding(false));
        scrittore.Write(CarattereIntestazione().Replace(stili, m => m.Value.Replace("<x:font>", "<x:font><x:b />", StringComparison.Ordinal).Replace("FFFFFFFF", "FF000000", StringComparison.Ordinal))
            .Replace("fontId=\"1\" fillId=\"2\"", "fontId=\"1\" fillId=\"0\"", StringComparison.Ordinal));
    }

    [GeneratedRegex("<x:font>(?:(?!</x:font>).)*FFFFFFFF", RegexOptions.Singleline)]
    private static partial Regex CarattereIntestazione();

    /// <summary>What XML 1.0 cannot hold; the library would write a file that does not open.</summary>
    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]")]
    private static partial Regex SenzaControlli();
}
