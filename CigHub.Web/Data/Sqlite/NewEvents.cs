using CigHub.Domain.Registro;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// The events that one transaction adds to the registro. They are written after the rows that they record, by statements that the connection of
/// the writers keeps prepared: the change tracker would take as long for an event and the head as for the act itself.
/// </summary>
internal sealed class NewEvents
{
    private const string MoveHead = """UPDATE "RegistroTesta" SET "Dimensione" = $0, "Radice" = $1, "Bordo" = $2 WHERE "Id" = 1 AND "Dimensione" = $3""";

    private readonly List<RigaRegistro> _rows = [];
    private int _written;

    /// <summary>The rows of the transaction so far, in the order of their numbers.</summary>
    public IReadOnlyList<RigaRegistro> Rows => _rows;

    /// <summary>The size and the root of the registro after the last event that was written. Null before the first one.</summary>
    public (long Size, byte[] Root)? Head { get; private set; }

    /// <summary>Says whether an event waits to be written. A transaction with such an event must not be committed.</summary>
    public bool Waits => _written < _rows.Count;

    /// <summary>Says whether one of the events that wait records a change, and not a refusal.</summary>
    public bool RecordsAChange => _rows.Skip(_written).Any(r => r.Esito == "ok");

    public void Add(RigaRegistro row) => _rows.Add(row);

    /// <summary>Writes the events that wait, and moves the head of the registro past them.</summary>
    /// <param name="stored">The size of the registro that the database has.</param>
    /// <exception cref="DbUpdateConcurrencyException">Another process has moved the head.</exception>
    /// <exception cref="DbUpdateException">The database refuses a row.</exception>
    public void Write(CigHubDbContext db, long stored, TestaRegistro head)
    {
        try
        {
            foreach (var row in _rows.Skip(_written))
            {
                Execute(db, BulkRow.Of(row));
            }

            var root = head.Radice;
            if (Execute(db, new BulkRow(MoveHead, [head.Dimensione, root, head.Bordo, stored])) != 1)
            {
                throw new DbUpdateConcurrencyException("The head of the registro has moved meanwhile.");
            }

            (_written, Head) = (_rows.Count, (head.Dimensione, root));
        }
        catch (SqliteException e)
        {
            throw new DbUpdateException(e.Message, e);
        }
    }

    private static int Execute(CigHubDbContext db, BulkRow row)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var given = connection.CreateCommand();
        (given.CommandText, given.Transaction) = (row.Sql, (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        row.Bind(given);
        using var command = WriterConnection.Of(connection)?.Kept(given) ?? given;
        return command.ExecuteNonQuery();
    }
}
