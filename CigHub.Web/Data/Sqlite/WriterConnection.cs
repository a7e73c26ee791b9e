using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// The one connection of all writers that take turns at a write gate. It stays open and keeps its prepared statements from one write to the
/// next, because preparing the large queries again took a fifth of an autosave.
/// </summary>
/// <remarks>
/// Only the writer that is at the gate may use it. A write that fails closes it, and the next write opens it anew: nothing of a failed write
/// or of a broken file stays behind.
/// </remarks>
internal sealed class WriterConnection : IDisposable
{
    /// <summary>The number of statements that are kept. There are fewer, unless the columns that acts change vary very much.</summary>
    private const int MaxKept = 500;

    private static readonly ConditionalWeakTable<DbConnection, WriterConnection> _all = [];

    private readonly Dictionary<string, KeptCommand> _kept = [];
    private SqliteConnection? _connection;

    /// <summary>Gives the connection to a context, before the context has opened one of its own.</summary>
    public void Lend(CigHubDbContext db)
    {
        if (_connection is null)
        {
            // The context has given its connection the functions that EF's queries call. It would close it at its own end, so it lets go of
            // it before it gets it back as one that belongs to others.
            _connection = (SqliteConnection)db.Database.GetDbConnection();
            db.Database.SetDbConnection(null);
            _connection.Open();
            _all.Add(_connection, this);
        }

        db.Database.SetDbConnection(_connection, contextOwnsConnection: false);
    }

    /// <summary>Closes the connection. The next write opens a new one.</summary>
    public void Close()
    {
        foreach (var command in _kept.Values)
        {
            command.End();
        }

        _kept.Clear();
        if (_connection is not null)
        {
            _all.Remove(_connection);
            _connection.Dispose();
            _connection = null;
        }
    }

    public void Dispose() => Close();

    /// <summary>Returns the keeper of a connection, or null for a connection that is not of writers.</summary>
    public static WriterConnection? Of(DbConnection? connection) => connection is not null && _all.TryGetValue(connection, out var its) ? its : null;

    /// <summary>Returns the kept command with the same text, or the given one when the kept one is still being read.</summary>
    public SqliteCommand Kept(SqliteCommand given)
    {
        if (!_kept.TryGetValue(given.CommandText, out var kept))
        {
            if (_kept.Count == MaxKept)
            {
                foreach (var old in _kept.Values.Where(k => !k.InUse))
                {
                    old.End();
                }

                _kept.Clear();
            }

            _kept[given.CommandText] = kept = new KeptCommand { Connection = _connection, CommandText = given.CommandText };
        }

        if (kept.InUse)
        {
            return given;
        }

        kept.Take(given);
        given.Dispose();
        return kept;
    }

    /// <summary>A command that keeps its prepared statements when its user disposes it.</summary>
    private sealed class KeptCommand : SqliteCommand
    {
        private bool _ended;

        public bool InUse { get; private set; }

        public void Take(SqliteCommand given)
        {
            InUse = true;
            (Transaction, CommandTimeout) = (given.Transaction, given.CommandTimeout);
            Parameters.Clear();
            foreach (SqliteParameter parameter in given.Parameters)
            {
                Parameters.Add(parameter);
            }
        }

        public void End()
        {
            _ended = true;
            Dispose();
        }

        protected override void Dispose(bool disposing)
        {
            (InUse, Transaction) = (false, null);
            if (_ended || !disposing)
            {
                base.Dispose(disposing);
            }
        }
    }
}

/// <summary>Gives a context on the connection of the writers the kept command in place of a new one with the same text.</summary>
internal sealed class KeptStatements : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        result is SqliteCommand command && WriterConnection.Of(command.Connection) is { } writer ? writer.Kept(command) : result;
}
