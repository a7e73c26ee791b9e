using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// The two indexes of the texts of Affidamenti, FTS5 tables that triggers keep: one of words, and one of the columns that are searched
/// letter by letter. They store no text, only which row contains which word or which three letters.
/// </summary>
/// <remarks>
/// A row's key is made of the number of its Affidamento, so VACUUM cannot change it and a higher key means a newer Affidamento. The ids of
/// Ente, RUP and Lotto are words of their own, so that the index also answers for one Ente without reading the rows of others.
/// </remarks>
internal static class TextIndex
{
    public const string Words = "RicercaAffidamenti";

    public const string Letters = "RicercaColonne";

    /// <summary>The greatest number of Affidamenti in a year that the keys can tell apart, plus one.</summary>
    public const long InAYear = 10_000_000;

    /// <summary>Drops the indexes. The triggers must be off.</summary>
    public const string Drop = $"""
        DROP TABLE IF EXISTS "{Words}";
        DROP TABLE IF EXISTS "{Letters}";
        """;

    /// <summary>
    /// Creates the indexes and fills them from the table. Run it in a migration that changes the searched texts by SQL, because the triggers
    /// are off then.
    /// </summary>
    public static readonly string Rebuild = $"""
        {Drop}
        CREATE VIRTUAL TABLE "{Words}" USING fts5(Testo, Chi, tokenize='unicode61 remove_diacritics 0', prefix='1 2 3 4', content='', contentless_delete=1);
        CREATE VIRTUAL TABLE "{Letters}" USING fts5({ColumnNames}, tokenize='trigram', content='', contentless_delete=1);
        INSERT INTO "{Words}"(rowid, Testo, Chi) SELECT {Key("a")}, a."TestoRicerca", {People("a")} FROM "Affidamenti" a ORDER BY a."Anno", a."Progressivo";
        INSERT INTO "{Letters}"(rowid, {ColumnNames}) SELECT {Key("a")}, {Columns("a")} FROM "Affidamenti" a ORDER BY a."Anno", a."Progressivo";
        """;

    /// <summary>The triggers that keep the indexes.</summary>
    public static readonly IReadOnlyList<(string Nome, string Sql)> Triggers =
    [
        ("Ricerca_nuovo", $"""
            CREATE TRIGGER "Ricerca_nuovo" AFTER INSERT ON "Affidamenti"
            BEGIN
                INSERT INTO "{Words}"(rowid, Testo, Chi) VALUES ({Key("NEW")}, NEW."TestoRicerca", {People("NEW")});
                INSERT INTO "{Letters}"(rowid, {ColumnNames}) VALUES ({Key("NEW")}, {Columns("NEW")});
            END
            """),
        ("Ricerca_parole", $"""
            CREATE TRIGGER "Ricerca_parole" AFTER UPDATE OF "TestoRicerca", "RupId" ON "Affidamenti"
            WHEN NEW."TestoRicerca" <> OLD."TestoRicerca" OR NEW."RupId" <> OLD."RupId"
            BEGIN UPDATE "{Words}" SET Testo = NEW."TestoRicerca", Chi = {People("NEW")} WHERE rowid = {Key("NEW")}; END
            """),
        ("Ricerca_colonne", $"""
            CREATE TRIGGER "Ricerca_colonne" AFTER UPDATE OF "TitoloDocumento", "Portale_RegistroDiSistema", "CigDerivati", "DenominazioneOe" ON "Affidamenti"
            WHEN ({Columns("NEW")}) <> ({Columns("OLD")})
            BEGIN UPDATE "{Letters}" SET ({ColumnNames}) = ({Columns("NEW")}) WHERE rowid = {Key("NEW")}; END
            """),
        ("Ricerca_tolto", $"""
            CREATE TRIGGER "Ricerca_tolto" AFTER DELETE ON "Affidamenti"
            BEGIN
                DELETE FROM "{Words}" WHERE rowid = {Key("OLD")};
                DELETE FROM "{Letters}" WHERE rowid = {Key("OLD")};
            END
            """),
    ];

    /// <summary>The names of the letter by letter columns, in the order of <see cref="Columns"/>.</summary>
    private static string ColumnNames => string.Join(", ", Enum.GetNames<SearchedColumn>());

    /// <summary>Returns an id as the index stores it, as a single word.</summary>
    public static string Word(Guid id) => id.ToString("N", CultureInfo.InvariantCulture).ToUpperInvariant();

    private static string Key(string row) => $"{row}.\"Anno\" * {InAYear} + {row}.\"Progressivo\"";

    private static string People(string row) =>
        $"replace({row}.\"EnteId\", '-', '') || ' ' || replace({row}.\"RupId\", '-', '') || ' ' || replace({row}.\"LottoId\", '-', '')";

    private static string Columns(string row) =>
        $"{row}.\"TitoloDocumento\", {row}.\"Portale_RegistroDiSistema\", {row}.\"CigDerivati\", {row}.\"DenominazioneOe\"";
}

/// <summary>Searches the texts of Affidamenti in the <see cref="TextIndex"/>.</summary>
internal sealed class SqliteTextSearch(CigHubDbContext db) : ITextSearch
{
    private static readonly string _inWords = Select(TextIndex.Words);
    private static readonly string _inLetters = Select(TextIndex.Letters);

    public async Task<IReadOnlyList<Guid>> Newest(IReadOnlyList<SearchedWord> words, Guid? enteId, int most, CancellationToken ct = default)
    {
        var parts = words.Select(Part);
        var query = string.Join(" AND ", enteId is { } ente ? parts.Prepend($"Chi: \"{TextIndex.Word(ente)}\"") : parts);
        return await db.Database.SqlQueryRaw<Guid>(_inWords, query, most).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<Guid>> Newest(SearchedColumn column, string text, int most, CancellationToken ct = default) =>
        await db.Database.SqlQueryRaw<Guid>(_inLetters, $"{column}: \"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", most).ToListAsync(ct);

    /// <summary>Returns the condition for one word. A folded word consists of letters and digits alone, so it needs no escaping.</summary>
    private static string Part(SearchedWord word)
    {
        var ids = word.Enti.Concat(word.Rup).Concat(word.Lotti).Select(id => $"\"{TextIndex.Word(id)}\"").ToList();
        return ids.Count == 0 ? $"Testo: \"{word.Word}\"*" : $"(Testo: \"{word.Word}\"* OR Chi: ({string.Join(" OR ", ids)}))";
    }

    private static string Select(string table) => $$"""
        SELECT a."Id" AS "Value" FROM "{{table}}" r
        JOIN "Affidamenti" a ON a."Anno" = r.rowid / {{TextIndex.InAYear}} AND a."Progressivo" = r.rowid % {{TextIndex.InAYear}}
        WHERE r."{{table}}" MATCH {0} ORDER BY r.rowid DESC LIMIT {1}
        """;
}
