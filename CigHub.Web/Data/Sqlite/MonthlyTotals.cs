using CigHub.Domain.Convenzioni;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// The table of the ledger's sums, on two clocks: the day of the adhesion and the day of the recording. A trigger adds each new ledger row to
/// it, so that the sums change in the transaction of the row, whatever writes it.
/// </summary>
/// <remarks>
/// There are three levels: by Lotto, Ente, supplier and month; the same without the month; and by Lotto and month alone. An office has about as
/// many sums of the first level as adhesions, but only some thousands of the other two. The empty id stands for «no Ente» and «no supplier», as in
/// a communication of the Soggetto Aggregatore. A month is a number such as 202611.
/// </remarks>
internal static class MonthlyTotals
{
    public const string Table = "TotaliSpesa";

    private const string Key = "\"Orologio\", \"Livello\", \"LottoId\", \"Mese\", \"EnteId\", \"IdPartecipante\"";

    private static readonly string[] _amounts = [.. Enum.GetNames<ComponenteCapienza>()];

    private static readonly string _columns = $"{Key}, {string.Join(", ", _amounts.Select(a => $"\"{a}\""))}";

    /// <summary>Selects every pair of a clock and a level.</summary>
    private static readonly string _pairs = string.Join(
        " UNION ALL ",
        from clock in Enum.GetValues<SpesaClock>()
        from level in Enum.GetValues<SpesaLevel>()
        select $"SELECT {(int)clock} AS \"Orologio\", {(int)level} AS \"Livello\"");

    /// <summary>Creates the table and fills it from the ledger. Run it in a migration, because the triggers are off then.</summary>
    public static readonly string Create = $"""
        CREATE TABLE "{Table}" (
            "Orologio" INTEGER NOT NULL, "Livello" INTEGER NOT NULL, "LottoId" TEXT NOT NULL, "Mese" INTEGER NOT NULL, "EnteId" TEXT NOT NULL,
            "IdPartecipante" TEXT NOT NULL, {string.Join(", ", _amounts.Select(a => $"\"{a}\" INTEGER NOT NULL"))},
            PRIMARY KEY ({Key})) WITHOUT ROWID;
        {Fill}
        """;

    /// <summary>Fills the empty table from the ledger.</summary>
    public static string Fill => $"INSERT INTO \"{Table}\" ({_columns}) {FromLedger};";

    /// <summary>Adds a new ledger row to its sums, on each clock and level.</summary>
    public static (string Nome, string Sql) Trigger => ($"{Table}_riga", $"""
        CREATE TRIGGER "{Table}_riga" AFTER INSERT ON "MovimentiCapienza"
        BEGIN
            INSERT INTO "{Table}" ({_columns}) SELECT {KeyOf("NEW")}, {string.Join(", ", _amounts.Select(a => AmountOf("NEW", a)))}
            FROM ({_pairs}) o WHERE true
            ON CONFLICT DO UPDATE SET {string.Join(", ", _amounts.Select(a => $"\"{a}\" = \"{a}\" + excluded.\"{a}\""))};
        END
        """);

    /// <summary>
    /// Selects the Lotto, the month and the clock of each group of sums that differs from its ledger rows, or that one side does not have. The
    /// month 0-00 stands for all months.
    /// </summary>
    public static string Differences => $"""
        SELECT DISTINCT d."LottoId", printf('%d-%02d', d."Mese" / 100, d."Mese" % 100), d."Orologio" FROM (
            SELECT * FROM (SELECT {_columns} FROM "{Table}" EXCEPT {FromLedger})
            UNION ALL
            SELECT * FROM ({FromLedger} EXCEPT SELECT {_columns} FROM "{Table}")) d
        ORDER BY 1, 2, 3
        """;

    /// <summary>Recomputes all sums from the ledger.</summary>
    private static string FromLedger => $"""
        SELECT {KeyOf("m")}, {string.Join(", ", _amounts.Select(a => $"SUM({AmountOf("m", a)})"))}
        FROM "MovimentiCapienza" m CROSS JOIN ({_pairs}) o GROUP BY 1, 2, 3, 4, 5, 6
        """;

    /// <summary>Returns the SQL of the amount that a ledger row adds to a total: its amount, or 0 when it belongs to another total.</summary>
    public static string AmountOf(string row, string total)
    {
        var kinds = Enum.GetValues<TipoMovimento>().Where(k => k.Totale().ToString() == total).Select(k => (int)k);
        return $"CASE WHEN {row}.\"Tipo\" IN ({string.Join(", ", kinds)}) THEN {row}.\"Importo\" ELSE 0 END";
    }

    private static string KeyOf(string row)
    {
        var day = $"CASE o.\"Orologio\" WHEN {(int)SpesaClock.Adesione} THEN {row}.\"Giorno\" ELSE {row}.\"RegistratoIl\" END";
        return $"""
            o."Orologio", o."Livello", {row}."LottoId",
            CASE o."Livello" WHEN {(int)SpesaLevel.Sempre} THEN 0 ELSE CAST(substr({day}, 1, 4) || substr({day}, 6, 2) AS INTEGER) END,
            {IdOf(row, "EnteId")}, {IdOf(row, "IdPartecipante")}
            """;
    }

    private static string IdOf(string row, string column) =>
        $"CASE o.\"Livello\" WHEN {(int)SpesaLevel.Lotti} THEN '{Guid.Empty}' ELSE COALESCE({row}.\"{column}\", '{Guid.Empty}') END";
}
