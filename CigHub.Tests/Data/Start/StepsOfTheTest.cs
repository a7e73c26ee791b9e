using System.Data.Common;
using CigHub.Web.Data.Start;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CigHub.Tests.Data.Start;

/// <summary>The exception that ends a start at a step, which stands for a kill of the process there.</summary>
internal sealed class StartKilledException(string step) : Exception($"killed at {step}");

/// <summary>
/// Counts the steps of a start and ends the start at one of them. Every later step fails too, so that nothing is tidied up, as after a
/// kill. With <c>end</c> 0 the start is not ended.
/// </summary>
/// <param name="end">The number of the step to end at, from 1. 0 lets the start run to its end.</param>
/// <param name="kill">Ends the start, for example by killing the process. Null ends the call with an exception.</param>
internal sealed class StepsOfTheTest(int end = 0, Action<string>? kill = null) : StartSteps
{
    private readonly Lock _lock = new();
    private readonly List<string> _reached = [];

    public IReadOnlyList<string> Reached => _reached;

    /// <summary>Says whether the start has reached the step at which it had to end.</summary>
    public bool Ended => end > 0 && _reached.Count >= end;

    public override void At(string step)
    {
        lock (_lock)
        {
            if (!Ended)
            {
                _reached.Add(step);
            }

            if (Ended)
            {
                (kill ?? (s => throw new StartKilledException(s)))(step);
            }
        }
    }
}

/// <summary>Announces every commit, and every SQL statement of EF except those that begin with SELECT, as a step of the start.</summary>
internal sealed class StepInterceptor(StartSteps steps) : DbCommandInterceptor, IDbTransactionInterceptor
{
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        Before(command, result);

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => After(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Before(command, result));

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(After(command, result));

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        Before(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Before(command, result));

    public InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
    {
        steps.At("before COMMIT");
        return result;
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(TransactionCommitting(transaction, eventData, result));

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => steps.At("after COMMIT");

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        steps.At("after COMMIT");
        return Task.CompletedTask;
    }

    private T Before<T>(DbCommand command, T result)
    {
        // A statement that only reads changes nothing on the disk, so a kill there shows nothing new.
        if (!command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
        {
            steps.At($"before {command.CommandText}");
        }

        return result;
    }

    private T After<T>(DbCommand command, T result)
    {
        if (!command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
        {
            steps.At($"after {command.CommandText}");
        }

        return result;
    }
}
