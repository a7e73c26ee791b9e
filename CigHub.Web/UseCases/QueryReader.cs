using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;

namespace CigHub.Web.UseCases;

/// <summary>A class that reads the data for one page, over a context that sees only the Enti that the actor may see.</summary>
public interface IQuery
{
    /// <summary>The permission that the actor needs to run the query.</summary>
    static abstract Permission Requires { get; }
}

/// <summary>Runs queries. Each runs in a scope of its own, opened only to the data that its actor may see.</summary>
public sealed class QueryReader(IServiceScopeFactory scopes, ILogger<QueryReader> log)
{
    public async Task<Result<T>> Read<TQuery, T>(Actor actor, Func<TQuery, Task<T?>> domanda, CancellationToken ct = default)
        where TQuery : class, IQuery
    {
        try
        {
            return await Once(actor, domanda, ct);
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            log.LogError(e, "{Query} was not answered: {Code}", typeof(TQuery).Name, fault.Code);
            return fault.NotRead;
        }
    }

    private async Task<Result<T>> Once<TQuery, T>(Actor actor, Func<TQuery, Task<T?>> domanda, CancellationToken ct)
        where TQuery : class, IQuery
    {
        await using var scope = scopes.CreateAsyncScope();
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
}
