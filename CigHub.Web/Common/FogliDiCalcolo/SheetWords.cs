using System.Globalization;
using CigHub.Domain.Common;

namespace CigHub.Web.Common.FogliDiCalcolo;

/// <summary>The Italian sentences about a sheet that was read or refused. Each names the sheet, and the rows or the cells.</summary>
internal static class SheetWords
{
    /// <summary>The most names, or ranges of rows, that a sentence lists.</summary>
    private const int MaxListed = 12;

    public static string Where(string sheet, int captionRow, int first, int last) => first == last
        ? $"Letta la riga {first} del foglio «{sheet}», con le intestazioni alla riga {captionRow}."
        : $"Lette le righe da {first} a {last} del foglio «{sheet}», con le intestazioni alla riga {captionRow}.";

    /// <summary>Returns the sentence about hidden rows that were read all the same, or null when there are none.</summary>
    public static string? Hidden(string sheet, IReadOnlyList<int> rows) => rows.Count switch
    {
        0 => null,
        1 => $"La riga {rows[0]} del foglio «{sheet}» è nascosta, a mano o da un filtro, ed è stata letta come le altre: "
            + "se non serve, toglila dal foglio e ricaricalo.",
        _ => $"Le righe {Ranges(rows)} del foglio «{sheet}» sono nascoste, a mano o da un filtro, e sono state lette come le altre: "
            + "se non servono, toglile dal foglio e ricaricalo.",
    };

    /// <summary>Returns the sentence about rows with texts outside the known columns only, or null when there are none.</summary>
    public static string? Outside(string sheet, IReadOnlyList<int> rows) => rows.Count switch
    {
        0 => null,
        1 => $"La riga {rows[0]} del foglio «{sheet}» è stata saltata: ha qualcosa solo in colonne che CigHub non legge.",
        _ => $"Le righe {Ranges(rows)} del foglio «{sheet}» sono state saltate: hanno qualcosa solo in colonne che CigHub non legge.",
    };

    /// <summary>Returns the sentence about another sheet with the same captions, which was not read.</summary>
    public static string Unread(SheetEntry other, string read) =>
        $"Anche il foglio «{other.Name}»{(other.Hidden ? ", che è nascosto," : "")} ha le stesse intestazioni e non è stato letto: "
        + $"CigHub legge solo il foglio «{read}». Se servono le sue righe, copiale lì sotto o in un altro file.";

    public static Error TooMany(string sheet, int max, int count, int first, int last) => new(
        "foglio.troppe-righe",
        $"Il foglio «{sheet}» ha {Plural.Of(count, "riga compilata", "righe compilate")}, dalla {first} alla {last}, e se ne leggono al massimo {max}: "
        + "dividile in più file e caricali uno alla volta. Se le ultime righe non servono, eliminale dal foglio.");

    public static Error NoRows(string sheet, int captionRow) => new(
        "foglio.senza-righe",
        $"Nel foglio «{sheet}» non c'è nessuna riga sotto le intestazioni, che sono alla riga {captionRow}: "
        + "scrivi una riga per ogni adesione e ricarica il file.");

    public static Error Repeated(string sheet, string caption, string first, string second) => new(
        "foglio.colonna-ripetuta",
        $"Nel foglio «{sheet}» la colonna «{caption}» c'è due volte, in {first} e in {second}: lasciane una sola e ricarica il file.");

    /// <summary>Returns the refusal of a file in which no visible sheet has all the captions: what is missing where, and where it was looked for.</summary>
    /// <param name="nearest">The sheet and the row with most of the captions. Null when no row has any.</param>
    /// <param name="missing">The captions that the nearest row lacks, or all of them.</param>
    /// <param name="hidden">A hidden sheet that has the captions. Null when there is none.</param>
    public static Error NoCaptions(
        IReadOnlyList<SheetEntry> sheets, int rows, (string Sheet, int Row)? nearest, IReadOnlyList<string> missing, SheetEntry? hidden)
    {
        var visible = sheets.Where(s => !s.Hidden).Select(s => s.Name).ToList();
        var where = visible.Count switch
        {
            0 => "",
            1 => $"nelle prime {Plural.Of(rows, "riga", "righe")} del foglio «{visible[0]}»",
            _ => $"nelle prime {Plural.Of(rows, "riga", "righe")} dei fogli visibili {List(visible)}",
        };
        var what = hidden is not null
            ? $"Le intestazioni cercate sono nel foglio «{hidden.Name}», che è nascosto: mostralo e ricarica il file."
            : visible.Count == 0
                ? "Il file non ha fogli visibili: mostra il foglio da caricare e ricarica il file."
                : nearest is { } place
                    ? $"Nel foglio «{place.Sheet}», alla riga {place.Row}, "
                        + $"{Plural.Word(missing.Count, "manca la colonna", "mancano le colonne")} {List(missing)}. "
                        + $"CigHub cerca le intestazioni {where}: scarica il modello e copia le righe sotto le sue intestazioni."
                    : $"CigHub ha cercato {where} e non ha trovato nessuna di queste intestazioni: {List(missing)}. "
                        + "Scarica il modello e copia le righe sotto le sue intestazioni.";
        return new Error("foglio.colonne", what);
    }

    /// <summary>Returns names between quotes, at most <see cref="MaxListed"/>, with the number of the others.</summary>
    public static string List(IReadOnlyCollection<string> names) => string.Join(", ", names.Take(MaxListed).Select(n => $"«{n}»"))
        + (names.Count > MaxListed ? $" e {Plural.Of(names.Count - MaxListed, "altra", "altre")}" : "");

    /// <summary>Returns numbers of rows in ascending order, neighbours as a range: <c>5, 8–12</c>.</summary>
    private static string Ranges(IReadOnlyList<int> rows)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var row in rows)
        {
            if (ranges.Count > 0 && ranges[^1].Last == row - 1)
            {
                ranges[^1] = (ranges[^1].First, row);
            }
            else
            {
                ranges.Add((row, row));
            }
        }

        var listed = ranges.Take(MaxListed).Select(r => r.First == r.Last
            ? r.First.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{r.First}–{r.Last}"));
        var others = ranges.Skip(MaxListed).Sum(r => r.Last - r.First + 1);
        return string.Join(", ", listed) + (others > 0 ? $" e {Plural.Of(others, "altra", "altre")}" : "");
    }
}
