using System.Globalization;
using System.IO.Compression;
using CigHub.Domain.Common;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace CigHub.Web.Common.FogliDiCalcolo;

/// <summary>A cell as text, with the kind of value that the sheet held. A code that arrives as a number may have lost digits.</summary>
/// <param name="Text">The text: numbers with a comma and no thousands separator, dates as <c>24/11/2026</c>.</param>
/// <param name="WasDate">Says whether the sheet held a date.</param>
public sealed record ReadCell(string Text, bool WasNumber, bool WasDate = false);

/// <summary>
/// A row of a sheet that was read, with its cells by the name of their column. A column without a cell gives an empty cell.
/// </summary>
/// <param name="Number">The row's number as the spreadsheet counts it, from 1.</param>
public sealed record ReadRow(int Number, IReadOnlyDictionary<string, ReadCell> Cells)
{
    public ReadCell this[string colonna] => Cells.GetValueOrDefault(colonna, IsEmpty);

    private static ReadCell IsEmpty { get; } = new("", false);
}

/// <summary>A column that the reader looks for among the captions of the first row.</summary>
public sealed record ExpectedColumn(string Name, bool Required, bool IsDate = false);

/// <summary>A sheet that was read: its rows, and the letter of the column in which each caption was found.</summary>
/// <param name="Letters">The letter of each column, by the column's name.</param>
/// <param name="Signature">The texts of the first row of the other sheet that the caller asked for. Empty when there is no such sheet.</param>
public sealed record ReadSheet(IReadOnlyList<ReadRow> Rows, IReadOnlyDictionary<string, string> Letters, IReadOnlyList<string> Signature);

/// <summary>
/// Reads one sheet of a workbook that <see cref="XlsxCheck"/> has let pass: the captions in its first row, then a limited number of
/// rows.
/// </summary>
public static class XlsxReader
{
    /// <summary>The numbers that a spreadsheet uses for the days from 1/1/1990 to 31/12/2100.</summary>
    private const double FirstDay = 32_874, LastDay = 73_415;

    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>
    /// Reads the rows of the workbook's first sheet. Returns the errors for the user when the file, or its captions, cannot be used.
    /// </summary>
    public static Result<IReadOnlyList<ReadRow>> Read(ReadOnlyMemory<byte> file, IReadOnlyList<ExpectedColumn> colonne, int maxRighe)
    {
        var letto = ReadSheet(file, colonne, maxRighe);
        return letto.TryGet(out var foglio) ? Result.Success(foglio.Rows) : Result<IReadOnlyList<ReadRow>>.Refused(letto.Errors);
    }

    /// <summary>
    /// Reads the rows of the sheet with the name, or of the first sheet when no sheet has that name. Also reads the texts in the first row
    /// of another sheet, when its name is given.
    /// </summary>
    public static Result<ReadSheet> ReadSheet(
        ReadOnlyMemory<byte> file, IReadOnlyList<ExpectedColumn> colonne, int maxRighe, string? nome = null, string? firma = null)
    {
        return Opened(file, letto => Rows(letto, colonne, maxRighe, nome, firma));
    }

    /// <summary>
    /// Reads every row of the sheet with the name, or of the first sheet when no sheet has that name, cell by cell. It is for a workbook
    /// from elsewhere, whose captions may stand in any row.
    /// </summary>
    /// <param name="maxRighe">The largest number of rows to read.</param>
    public static Result<IReadOnlyList<(int Numero, IReadOnlyList<ReadCell> Celle)>> ReadAll(
        ReadOnlyMemory<byte> file, string nome, int maxRighe) => Opened(file, letto =>
        {
            var foglio = letto.GetSheetNames().Contains(nome) ? nome : null;
            return Result.Success<IReadOnlyList<(int Numero, IReadOnlyList<ReadCell> Celle)>>(
                [.. Sheet(letto, foglio).Take(maxRighe).Select((r, i) => (i + 1, (IReadOnlyList<ReadCell>)[.. r.Values.Select(v => Cell(v, false))]))]);
        });

    /// <summary>
    /// Checks and opens a workbook, then runs the given reading on it. Returns the errors for the user when the file is refused or cannot
    /// be read.
    /// </summary>
    private static Result<T> Opened<T>(ReadOnlyMemory<byte> file, Func<MemoryStream, Result<T>> leggi)
    {
        if (XlsxCheck.Examine(file) is { IsSuccess: false } no)
        {
            return Result<T>.Refused(no.Errors);
        }

        try
        {
            return Inflated(file) is { } letto
                ? leggi(letto)
                : new Error(
                    "foglio.bomba",
                    "Il file, una volta aperto, sarebbe troppo grande per essere letto in sicurezza: copia le sole righe da caricare in un foglio "
                    + "nuovo e ricarica quello.");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A damaged workbook makes the library throw whatever its code stumbles on, so no list of exception types would be complete.
            return new Error(
                "foglio.illeggibile",
                "Il file è rovinato e non si legge: aprilo con il foglio di calcolo, salvalo di nuovo come «Cartella di lavoro di Excel (.xlsx)» e "
                + "ricaricalo.");
        }
    }

    /// <summary>
    /// Returns a copy of the workbook whose entries were read once and counted, or null when they inflate beyond the limit, whatever the
    /// directory says.
    /// </summary>
    private static MemoryStream? Inflated(ReadOnlyMemory<byte> file)
    {
        var copia = new MemoryStream();
        using (var da = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read))
        using (var a = new ZipArchive(copia, ZipArchiveMode.Create, leaveOpen: true))
        {
            var resto = XlsxCheck.MaxInflated;
            var blocco = new byte[64 * 1024];
            foreach (var voce in da.Entries)
            {
                using var entra = voce.Open();
                using var esce = a.CreateEntry(voce.FullName, CompressionLevel.NoCompression).Open();
                for (int letti; (letti = entra.Read(blocco)) > 0;)
                {
                    if ((resto -= letti) < 0)
                    {
                        return null;
                    }

                    esce.Write(blocco, 0, letti);
                }
            }
        }

        copia.Position = 0;
        return copia;
    }

    private static Result<ReadSheet> Rows(Stream file, IReadOnlyList<ExpectedColumn> colonne, int maxRighe, string? nome, string? firma)
    {
        var fogli = nome is null && firma is null ? [] : file.GetSheetNames();
        var firmato = fogli.Contains(firma) ? Sheet(file, firma).Take(1).SelectMany(r => r.Values).Select(v => Cell(v, false).Text).ToList() : [];
        using var righe = Sheet(file, fogli.Contains(nome) ? nome : null).GetEnumerator();
        var intestazione = righe.MoveNext() ? Header(righe.Current, colonne) : [];
        var mancano = colonne.Where(c => c.Required && intestazione.Values.All(t => t.Name != c.Name)).Select(c => $"«{c.Name}»").ToList();
        if (mancano.Count > 0)
        {
            return new Error(
                "foglio.colonne",
                $"Nella prima riga del foglio {(mancano.Count == 1 ? "manca la colonna" : "mancano le colonne")} {string.Join(", ", mancano)}: "
                + "scarica il modello e copia le righe sotto le sue intestazioni.");
        }

        var lette = new List<ReadRow>();
        for (var numero = 2; righe.MoveNext(); numero++)
        {
            var celle = intestazione.ToDictionary(
                c => c.Value.Name,
                c => Cell(righe.Current.TryGetValue(c.Key, out var valore) ? valore : null, c.Value.IsDate));
            if (celle.Values.All(c => c.Text.Length == 0))
            {
                if (numero > maxRighe * 2)
                {
                    break;
                }

                continue;
            }

            if (lette.Count == maxRighe)
            {
                return new Error("foglio.troppe-righe", $"Il foglio ha più di {maxRighe} righe: dividile in più file e caricali uno alla volta.");
            }

            lette.Add(new ReadRow(numero, celle));
        }

        return lette.Count == 0
            ? new Error("foglio.senza-righe", "Nel foglio non c'è nessuna riga sotto le intestazioni: scrivi una riga per ogni adesione e ricarica il file.")
            : new ReadSheet(lette, intestazione.ToDictionary(c => c.Value.Name, c => c.Key), firmato);
    }

    private static IEnumerable<IDictionary<string, object?>> Sheet(Stream file, string? nome)
    {
        file.Position = 0;
        return file.Query(useHeaderRow: false, sheetName: nome, configuration: new OpenXmlConfiguration { EnableSharedStringCache = false })
            .Cast<IDictionary<string, object?>>();
    }

    /// <summary>
    /// Finds the expected columns by their captions, ignoring case, accents and order. Returns them by the letter of the column.
    /// </summary>
    private static Dictionary<string, ExpectedColumn> Header(IDictionary<string, object?> riga, IReadOnlyList<ExpectedColumn> colonne)
    {
        var trovate = new Dictionary<string, ExpectedColumn>();
        foreach (var (lettera, valore) in riga)
        {
            var scritto = Domain.Codici.FoldedText.Parole(Convert.ToString(valore, CultureInfo.InvariantCulture) ?? "");
            var attesa = colonne.FirstOrDefault(c => Domain.Codici.FoldedText.Parole(c.Name) == scritto);
            if (attesa is not null && !trovate.ContainsValue(attesa))
            {
                trovate[lettera] = attesa;
            }
        }

        return trovate;
    }

    private static ReadCell Cell(object? valore, bool eData) => valore switch
    {
        null => new("", false),
        DateTime giorno => new(giorno.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture), false, true),
        double numero when eData && numero is >= FirstDay and <= LastDay => new(
            DateTime.FromOADate(Math.Floor(numero)).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            false,
            true),
        double numero => new(Number(numero), true),
        bool vero => new(vero ? "vero" : "falso", false),
        _ => new((Convert.ToString(valore, CultureInfo.InvariantCulture) ?? "").Replace('\u00A0', ' ').Trim(), false),
    };

    /// <summary>
    /// Returns a number as the text that a spreadsheet shows to people: at most 15 significant digits, with a comma for the decimals.
    /// </summary>
    private static string Number(double numero) =>
        Math.Abs(numero) < 1e15 ? ((decimal)numero).ToString("0.##########", Italian) : numero.ToString("0.#########E+0", Italian);
}
