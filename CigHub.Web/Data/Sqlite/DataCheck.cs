using System.Globalization;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data.Start;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// Checks a database file as a whole: its pages, its references, its registro, and the totals of the ledger against their rows.
/// </summary>
/// <remarks>The check is plain SQL over columns that every version has, so that it also works on a file of an older version.</remarks>
internal static class DataCheck
{
    private const int FaultsShown = 5;

    /// <summary>Opens the database file, checks it and returns the faults found. No damage in the file makes it throw.</summary>
    public static DataCheckResult Run(string file)
    {
        if (DatabaseFile.FaultOfHeader(file) is { } header && DataFolder.Length(file + "-wal") == 0)
        {
            return new DataCheckResult(0, [], [$"{header}."]);
        }

        try
        {
            using var database = DatabaseFile.Open(file);
            return Run(database);
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            return new DataCheckResult(0, [], [$"Il file non si legge: {fault.Reason} ({e.Message})."]);
        }
    }

    private static DataCheckResult Run(DatabaseFile database)
    {
        List<string> faults = [.. Pages(database)];
        if (!database.HasTable("RegistroTesta"))
        {
            return new DataCheckResult(0, [], [.. faults, "Nel file non c'è il registro eventi: non è un database di CigHub."]);
        }

        var registro = RegistroCheck.Run(database.Connection);
        if (!registro.Integro)
        {
            faults.Add(registro.Messaggio);
        }

        if (faults.Count == 0)
        {
            faults.AddRange(References(database));
            faults.AddRange(Totals(database));
            faults.AddRange(database.HasTable(MonthlyTotals.Table) ? Monthly(database) : []);
            faults.AddRange(database.Rows("SELECT 1 FROM pragma_table_info('Affidamenti') WHERE name = 'Confermato'").Count > 0 ? Confirmed(database) : []);
        }

        return new DataCheckResult(registro.Eventi, registro.Radice, faults);
    }

    /// <summary>Returns the faults of the file's pages as sentences, and names the tables that cannot be read whole.</summary>
    public static IEnumerable<string> Pages(DatabaseFile database)
    {
        List<string> found;
        try
        {
            found = [.. database.Rows($"PRAGMA integrity_check({FaultsShown})").Select(r => Convert.ToString(r[0], CultureInfo.InvariantCulture)!)];
        }
        catch (Exception e) when (StorageFault.Of(e) is not null)
        {
            found = [e.Message];
        }

        return found is ["ok"] ? [] : [.. found.Select(f => $"Il file del database è danneggiato: {f}"), .. Unreadable(database)];
    }

    private static IEnumerable<string> Unreadable(DatabaseFile database)
    {
        List<string> tables;
        try
        {
            tables = [.. database.Rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").Select(r => (string)r[0]!)];
        }
        catch (Exception e) when (StorageFault.Of(e) is not null)
        {
            return ["L'elenco delle tabelle non si legge."];
        }

        return tables.Where(t => !Reads(database, t)).Select(t => $"La tabella «{t}» non si legge tutta.");
    }

    private static bool Reads(DatabaseFile database, string table)
    {
        try
        {
            // A long value lies on pages of its own, which SQLite reads only when the value is read.
            database.Each($"SELECT * FROM \"{table}\" NOT INDEXED", row => row.GetValues(new object[row.FieldCount]));
            return true;
        }
        catch (Exception e) when (StorageFault.Of(e) is not null)
        {
            return false;
        }
    }

    private static IEnumerable<string> References(DatabaseFile database) =>
        database.Rows("PRAGMA foreign_key_check").Take(FaultsShown).Select(r => $"La tabella «{r[0]}» rimanda a una riga di «{r[2]}» che non c'è.");

    private static IEnumerable<string> Totals(DatabaseFile database)
    {
        var wrong = database.Rows($"""
            SELECT c."LottoId" FROM "Capienze" c LEFT JOIN "MovimentiCapienza" m ON m."LottoId" = c."LottoId" GROUP BY c."LottoId"
            HAVING c."Massimale" <> {Sum(ComponenteCapienza.Massimale)}
                OR c."Aderito" <> {Sum(ComponenteCapienza.Aderito)}
                OR c."Riservato" <> {Sum(ComponenteCapienza.Riservato)}
                OR c."AltreAdesioni" <> {Sum(ComponenteCapienza.AltreAdesioni)}
            """);
        return wrong.Take(FaultsShown).Select(r => $"I totali del Lotto {r[0]} non sono la somma delle righe della sua capienza.");
    }

    private static IEnumerable<string> Monthly(DatabaseFile database) => database.Rows(MonthlyTotals.Differences).Take(FaultsShown).Select(r =>
        $"I totali di {r[1]} del Lotto {r[0]} per {(r[2] is (long)SpesaClock.Adesione ? "data di adesione" : "data di registrazione")} "
        + "non sono la somma delle righe della sua capienza.");

    private static IEnumerable<string> Confirmed(DatabaseFile database) => database.Rows($"""
        SELECT a."Anno", a."Progressivo" FROM "Affidamenti" a LEFT JOIN (
            SELECT g."AffidamentoId", SUM(m."Importo") AS "Somma" FROM "MovimentiCapienza" m JOIN "Aggiudicazioni" g ON g."Id" = m."AggiudicazioneId"
            WHERE m."Tipo" IN ({(int)TipoMovimento.Conferma}, {(int)TipoMovimento.FineConferma}) GROUP BY 1) s ON s."AffidamentoId" = a."Id"
        WHERE a."Confermato" <> COALESCE(s."Somma", 0)
        """).Take(FaultsShown).Select(r => $"La capienza confermata dell'affidamento {r[1]} del {r[0]} non è la somma delle sue righe.");

    private static string Sum(ComponenteCapienza total) => $"COALESCE(SUM({MonthlyTotals.AmountOf("m", total.ToString())}), 0)";
}

/// <summary>The result of checking a database file as a whole.</summary>
/// <param name="Events">The number of events of the registro that are in their place.</param>
/// <param name="Root">The root recomputed from those events. Empty when there is no registro.</param>
/// <param name="Faults">The faults as Italian sentences. Empty when the file is sound.</param>
internal sealed record DataCheckResult(long Events, byte[] Root, IReadOnlyList<string> Faults)
{
    public bool IsSound => Faults.Count == 0;
}
