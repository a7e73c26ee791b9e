using System.Text.RegularExpressions;
using CigHub.Domain.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CigHub.Web.UseCases;

/// <summary>
/// Turns a database constraint that refused a save into an Italian sentence that names the cause but not the owner of the other row.
/// </summary>
internal static partial class Constraints
{
    private const int SqliteConstraint = 19;
    private const int RaisedByTrigger = 1811;
    private const int NotNull = 1299;

    /// <summary>The error when a trigger of the registro or of the ledger refuses a save.</summary>
    private static readonly Error OnlyAdditions = new(
        "dati.solo-aggiunte",
        "Questi dati si aggiungono e non si cambiano, e niente è stato salvato: "
        + "ricarica la pagina e ripeti; se succede ancora, avvisa chi gestisce CigHub.");

    private static readonly Error Unnamed = new(
        "dati.vincolo",
        "I dati sono in contrasto con altri già registrati e non sono stati salvati: ricarica la pagina e riprova; se succede ancora, "
        + "avvisa chi gestisce CigHub.");

    /// <summary>Says whether a save failed because it violates a constraint of the database.</summary>
    public static bool Fired(DbUpdateException exception) => exception.InnerException is SqliteException { SqliteErrorCode: SqliteConstraint };

    /// <summary>Returns the error with the sentence for the constraint that refused the save.</summary>
    public static async Task<Error> Explain(DbUpdateException exception, CancellationToken ct)
    {
        var sqlite = (SqliteException)exception.InnerException!;
        var fired = Message().Match(sqlite.Message);
        var what = fired.Groups["what"].Value;
        return (sqlite.SqliteExtendedErrorCode, fired.Groups["kind"].Value) switch
        {
            (_, "UNIQUE") => ConstraintSentences.Doubled.GetValueOrDefault(what, Unnamed),
            (RaisedByTrigger, _) => OnlyAdditions,
            (NotNull, _) => new Error(
                "dati.mancante",
                $"Manca un dato obbligatorio ({what.Split('.')[^1]}) e niente è stato salvato: ricarica la pagina e compila di nuovo; "
                + "se succede ancora, avvisa chi gestisce CigHub."),
            (_, "CHECK") => ConstraintSentences.Checks.GetValueOrDefault(what, Unnamed),
            (_, "FOREIGN KEY") => await Dangling(exception.Entries, ct) is { } key ? ConstraintSentences.Missing.GetValueOrDefault(key, Unnamed) : Unnamed,
            _ => Unnamed,
        };
    }

    /// <summary>
    /// Returns the table and column of a foreign key in the form in which <see cref="ConstraintSentences.Missing"/> names it.
    /// </summary>
    public static string Key(IForeignKey reference) =>
        $"{reference.DeclaringEntityType.GetTableName()}.{string.Join('+', reference.Properties.Select(p => p.GetColumnName()))}";

    /// <summary>
    /// Returns the foreign key that broke, as <see cref="Key"/> names it, or null when it is not found. SQLite does not say which one
    /// broke: it is the one whose row is neither in the database nor being added.
    /// </summary>
    private static async Task<string?> Dangling(IReadOnlyList<EntityEntry> entries, CancellationToken ct)
    {
        foreach (var entry in entries.Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var reference in entry.Metadata.GetForeignKeys())
            {
                var values = reference.Properties.Select(p => entry.Property(p).CurrentValue).ToList();
                if (!values.Contains(null) && !BeingAdded(entry.Context, reference, values) && !await Exists(entry.Context, reference.PrincipalKey, values, ct))
                {
                    return Key(reference);
                }
            }
        }

        return null;
    }

    private static bool BeingAdded(DbContext db, IForeignKey reference, List<object?> values) => db.ChangeTracker.Entries().Any(e =>
        e.State == EntityState.Added
        && e.Metadata == reference.PrincipalEntityType
        && reference.PrincipalKey.Properties.Select(p => e.Property(p).CurrentValue).SequenceEqual(values));

    /// <summary>
    /// Says whether a row exists, by asking the table itself, because the query filter of the Ente would hide a row of another Ente.
    /// </summary>
    private static async Task<bool> Exists(DbContext db, IKey key, List<object?> values, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            var conditions = key.Properties.Select((p, i) => $"\"{p.GetColumnName()}\" = @p{i}");
            command.CommandText = $"SELECT 1 FROM \"{key.DeclaringEntityType.GetTableName()}\" WHERE {string.Join(" AND ", conditions)}";
            for (var i = 0; i < values.Count; i++)
            {
                command.Parameters.Add(key.Properties[i].GetRelationalTypeMapping().CreateParameter(command, $"@p{i}", values[i]));
            }

            return await command.ExecuteScalarAsync(ct) is not null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    [GeneratedRegex("(?<kind>UNIQUE|CHECK|NOT NULL|FOREIGN KEY) constraint failed(?:: (?<what>[^']+))?")]
    private static partial Regex Message();
}
