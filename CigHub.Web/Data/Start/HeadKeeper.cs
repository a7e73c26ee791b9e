using System.Data.Common;
using CigHub.Domain.Registro;
using CigHub.Web.Data.Attestazioni;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CigHub.Web.Data.Start;

/// <summary>
/// Writes the head note (size and root of the registro, outside the database) after commits, at most once a second, and when the app stops
/// in order.
/// </summary>
/// <remarks>
/// The note is a signed checkpoint, the newest that there is; without a key it is not signed. It is not synced to the disk, so that it slows
/// no commit down. After a power cut it may be a second or two behind.
/// </remarks>
public sealed partial class HeadKeeper(DataFolder folder, KeyRing keys, TimeProvider clock, ILogger<HeadKeeper> log) : IDisposable
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private (long Size, byte[] Root)? _pending;
    private ITimer? _timer;
    private bool _waits;
    private DateTime? _lastEvent;

    /// <summary>Takes the new head of the registro after a transaction was committed, to be noted soon.</summary>
    /// <param name="first">The time of the transaction's first event.</param>
    /// <param name="last">The time of the transaction's last event.</param>
    public void Committed(long size, byte[] root, DateTime first, DateTime last)
    {
        if (_lastEvent is { } before && before - first > VerificaRegistro.TolleranzaOrologio)
        {
            ClockWentBack(before, first);
        }

        _lastEvent = last;
        Note(size, root);
    }

    /// <summary>
    /// Takes the head and the time of the last event as a start finds them in the database. A last event in the future means that the clock
    /// was set back.
    /// </summary>
    public void Found(long size, byte[] root, DateTime? lastEvent)
    {
        _lastEvent = lastEvent;
        var now = clock.GetUtcNow().UtcDateTime;
        if (lastEvent is { } last && last - now > VerificaRegistro.TolleranzaOrologio)
        {
            ClockWentBack(last, now);
        }

        Note(size, root);
    }

    /// <summary>Writes the head that is still to be noted, if there is one.</summary>
    public void Flush()
    {
        (long Size, byte[] Root) head;
        lock (_lock)
        {
            _waits = false;
            if (_pending is null)
            {
                return;
            }

            head = _pending.Value;
            _pending = null;
        }

        try
        {
            var temporary = folder.HeadNote + ".tmp";
            var note = new HeadNote(head.Size, head.Root, clock.GetUtcNow().UtcDateTime);
            File.WriteAllText(temporary, keys.Signer() is { } signer ? note.SignedBy(signer) : note.Text);
            File.Move(temporary, folder.HeadNote, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk must not end the process. The next commit tries again.
            NotNoted(e);
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        if (Directory.Exists(folder.Root))
        {
            Flush();
        }
    }

    private void Note(long size, byte[] root)
    {
        lock (_lock)
        {
            _pending = (size, root);
            if (_waits)
            {
                return;
            }

            _waits = true;
            _timer ??= clock.CreateTimer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(_interval, Timeout.InfiniteTimeSpan);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "L'orologio del server è tornato indietro: l'ultimo evento porta le {Before:O}, adesso sono le {Now:O}")]
    private partial void ClockWentBack(DateTime before, DateTime now);

    [LoggerMessage(Level = LogLevel.Warning, Message = "La testa del registro non si può annotare accanto ai dati")]
    private partial void NotNoted(Exception cause);
}

/// <summary>
/// Passes the new head of the registro to <see cref="HeadKeeper"/> after every commit that added events, and refuses a commit that would lose
/// one: an event that the save announced must have been written by then.
/// </summary>
internal sealed class HeadInterceptor(HeadKeeper keeper) : DbTransactionInterceptor
{
    public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
    {
        Check(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Tell(eventData.Context);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(eventData.Context);
        return Task.CompletedTask;
    }

    private static void Check(DbContext? db)
    {
        if (db is CigHubDbContext { NewEvents.Waits: true })
        {
            throw new InvalidOperationException("A change would be committed without its event in the registro.");
        }
    }

    private void Tell(DbContext? db)
    {
        if (db is CigHubDbContext { NewEvents: { Head: { } head, Rows: { Count: > 0 } rows } })
        {
            keeper.Committed(head.Size, head.Root, rows[0].Utc, rows[^1].Utc);
        }
    }
}
