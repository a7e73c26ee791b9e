using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// The index of words over the Affidamenti, an FTS5 table that triggers keep. It stores no text, only which row contains which word.
/// </summary>
/// <remarks>
/// A row's key is made of the number of its Affidamento, so VACUUM cannot change it and a higher key means a newer Affidamento. The ids of
/// Ente, RUP and Lotto are words of their own, so that the index also answers for one Ente without reading the rows of others.
/// </remarks>
internal static class TextIndex
{
    public const string Table = "RicercaAffidamenti";

    /// <summary>The greatest number of Affidamenti in a year that the keys can tell apart, plus one.</summary>
    public const long InAYear = 10_000_000;

    /// <summary>Drops the index. The triggers must be off.</summary>
    public const string Drop = $"DROP TABLE IF EXISTS \"{Table}\";";

    /// <summary>
    /// Creates the empty index and fills it from the table. Run it in a migration that changes the searched text by SQL, because the
    /// triggers are off then.
    /// </summary>
    public static readonly string Rebuild = $"""
        {Drop}
        CREATE VIRTUAL TABLE "{Table}" USING fts5(Testo, Chi, tokenize='unicode61 remove_diacritics 0', prefix='1 2 3 4', content='', contentless_delete=1);
        INSERT INTO "{Table}"(rowid, Testo, Chi) SELECT {Key("a")}, a."TestoRicerca", {People("a")} FROM "Affidamenti" a ORDER BY a."Anno", a."Progressivo";
        """;

    /// <summary>The triggers that keep the index.</summary>
    public static readonly IReadOnlyList<(string Nome, string Sql)> Triggers =
    [
        ($"{Table}_nuovo", $"""
            CREATE TRIGGER "{Table}_nuovo" AFTER INSERT ON "Affidamenti"
            BEGIN INSERT INTO "{Table}"(rowid, Testo, Chi) VALUES ({Key("NEW")}, NEW."TestoRicerca", {People("NEW")}); END
            """),
        ($"{Table}_cambiato", $"""
            CREATE TRIGGER "{Table}_cambiato" AFTER UPDATE OF "TestoRicerca", "RupId" ON "Affidamenti"
            WHEN NEW."TestoRicerca" <> OLD."TestoRicerca" OR NEW."RupId" <> OLD."RupId"
            BEGIN UPDATE "{Table}" SET Testo = NEW."TestoRicerca", Chi = {People("NEW")} WHERE rowid = {Key("NEW")}; END
            """),
        ($"{Table}_tolto", $"""
            CREATE TRIGGER "{Table}_tolto" AFTER DELETE ON "Affidamenti"
            BEGIN DELETE FROM "{Table}" WHERE rowid = {Key("OLD")}; END
            """),
    ];

    /// <summary>Returns an id as the index stores it, as a single word.</summary>
    public static string Word(Guid id) => id.ToString("N", CultureInfo.InvariantCulture).ToUpperInvariant();

    private static string Key(string row) => $"{row}.\"Anno\" * {InAYear} + {row}.\"Progressivo\"";

    private static string People(string row) =>
        $"replace({row}.\"EnteId\", '-', '') || ' ' || replace({row}.\"RupId\", '-', '') || ' ' || replace({row}.\"LottoId\", '-', '')";
}

/// <summary>Searches the words of Affidamenti in the <see cref="TextIndex"/>.</summary>
internal sealed class SqliteTextSearch(CigHubDbContext db) : ITextSearch
{
    private static readonly string Search = $$"""
        SELECT a."Id" AS "Value" FROM "{{TextIndex.Table}}" r
        JOIN "Affidamenti" a ON a."Anno" = r.rowid / {{TextIndex.InAYear}} AND a."Progressivo" = r.rowid % {{TextIndex.InAYear}}
        WHERE r."{{TextIndex.Table}}" MATCH {0} ORDER BY r.rowid DESC LIMIT {1}
        """;

    public async Task<IReadOnlyList<Guid>> Newest(IReadOnlyList<SearchedWord> words, Guid? enteId, int most, CancellationToken ct = default)
    {
        var parts = words.Select(Part);
        var query = string.Join(" AND ", enteId is { } ente ? parts.Prepend($"Chi: \"{TextIndex.Word(ente)}\"") : parts);
        return await db.Database.SqlQueryRaw<Guid>(Search, query, most).ToListAsync(ct);
    }

    /// <summary>Returns the condition for one word. A folded word consists of letters and digits alone, so it needs no escaping.</summary>
    private static string Part(SearchedWord word)
    {
        var ids = word.Enti.Concat(word.Rup).Concat(word.Lotti).Select(id => $"\"{TextIndex.Word(id)}\"").ToList();
        return ids.Count == 0 ? $"Testo: \"{word.Word}\"*" : $"(Testo: \"{word.Word}\"* OR Chi: ({string.Join(" OR ", ids)}))";
    }
}
