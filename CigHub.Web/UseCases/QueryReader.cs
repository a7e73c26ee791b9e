using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CigHub.Web.UseCases;

/// <summary>A class that reads the data for one page, over a context that sees only the Enti that the actor may see.</summary>
public interface IQuery
{
    /// <summary>The permission that the actor needs to run the query.</summary>
    static abstract Permission Requires { get; }
}

/// <summary>
/// Runs queries. Each runs in a scope of its own, opened only to the data that its actor may see, and on another thread than its caller
/// (<see cref="QueryWorkers"/>). A query stops at once when its token is cancelled, whatever it is doing in the database.
/// </summary>
public sealed partial class QueryReader(
    IServiceScopeFactory scopes, QueryWorkers workers, IOptions<QuerySettings> settings, ILogger<QueryReader> log)
{
    /// <summary>The error of a query that was stopped because it took longer than <see cref="QuerySettings.SecondiMassimi"/>.</summary>
    public static readonly Error TooLong = new(
        "lettura.troppo-lunga",
        "Ci vuole troppo: restringi i filtri, o cerca parole più precise, e riprova. Se qui non ci sono filtri, ricarica tra poco; "
        + "se continua, avvisa chi gestisce CigHub.");

    /// <summary>Runs a query of a page, which may take only so long.</summary>
    /// <param name="ct">Cancelled when nobody waits for the answer any more. No caller may leave it out.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before the answer was there.</exception>
    public Task<Result<T>> Read<TQuery, T>(Actor actor, Func<TQuery, Task<T?>> domanda, CancellationToken ct)
        where TQuery : class, IQuery => Run(actor, domanda, settings.Value.Limit, ct);

    /// <summary>
    /// Runs a long reading that its user has asked for and watches, for example an export or a verification. Only the token stops it.
    /// </summary>
    /// <inheritdoc cref="Read{TQuery, T}"/>
    public Task<Result<T>> ReadLong<TQuery, T>(Actor actor, Func<TQuery, Task<T?>> domanda, CancellationToken ct)
        where TQuery : class, IQuery => Run(actor, domanda, null, ct);

    private async Task<Result<T>> Run<TQuery, T>(Actor actor, Func<TQuery, Task<T?>> domanda, TimeSpan? limit, CancellationToken ct)
        where TQuery : class, IQuery
    {
        try
        {
            var answer = await workers.Run(() => Once(actor, domanda, limit, ct), isLong: limit is null, ct);

            // The answer may have been ready just before the user left.
            ct.ThrowIfCancellationRequested();
            return answer;
        }
        catch (Exception e) when (QueryWatch.Stopped(e))
        {
            ct.ThrowIfCancellationRequested();
            Stopped(typeof(TQuery).Name, settings.Value.SecondiMassimi);
            return TooLong;
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            NotAnswered(typeof(TQuery).Name, fault.Code, e);
            return fault.NotRead;
        }
    }

    private async Task<Result<T>> Once<TQuery, T>(Actor actor, Func<TQuery, Task<T?>> domanda, TimeSpan? limit, CancellationToken ct)
        where TQuery : class, IQuery
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var watch = await QueryWatch.Over(scope.ServiceProvider.GetRequiredService<CigHubDbContext>(), limit, ct);
        if (!await scope.ServiceProvider.GetRequiredService<Authorizer>().Allows(actor, TQuery.Requires, ct))
        {
            return Authorizer.Denied;
        }

        if (scope.ServiceProvider.GetRequiredService<IUseLimit>().Query<TQuery>(actor) is { } tooOften)
        {
            return tooOften.Error;
        }

        scope.ServiceProvider.GetRequiredService<Ambito>().OpenFor(actor);
        return await domanda(scope.ServiceProvider.GetRequiredService<TQuery>()) is { } risposta ? Result.Success(risposta) : CommandRunner.NotFound;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Query} was stopped after {Seconds} seconds")]
    private partial void Stopped(string query, int seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Query} was not answered: {Code}")]
    private partial void NotAnswered(string query, string code, Exception cause);
}
