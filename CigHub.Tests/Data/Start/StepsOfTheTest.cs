using System.Data.Common;
using CigHub.Web.Data.Start;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CigHub.Tests.Data.Start;

/// <summary>A start was ended at a step, as if the process had been killed there.</summary>
internal sealed class StartKilledException(string step) : Exception($"killed at {step}");

/// <summary>
/// Counts the steps of a start and ends it at one of them. After that no step is carried out any more: nothing is tidied up, as after a kill.
/// </summary>
/// <param name="end">The number of the step to end at, from 1; 0 lets the start go on to its end.</param>
/// <param name="kill">Ends the start; the process itself, or the call by an exception.</param>
internal sealed class StepsOfTheTest(int end = 0, Action<string>? kill = null) : StartSteps
{
    private readonly Lock _lock = new();
    private readonly List<string> _reached = [];

    public IReadOnlyList<string> Reached => _reached;

    /// <summary>Whether the start came to the step that it was to end at.</summary>
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

/// <summary>Announces every statement that EF sends and every commit.</summary>
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
        // What only reads leaves nothing behind to be killed in.
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
