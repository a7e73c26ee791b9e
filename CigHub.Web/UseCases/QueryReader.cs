using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;

namespace CigHub.Web.UseCases;

/// <summary>A query class. It projects straight to what a page shows, over a context that sees only the actor's Enti.</summary>
public interface IQuery
{
    /// <summary>The permission that the actor needs.</summary>
    static abstract Permission Requires { get; }
}

/// <summary>Reads from the database. Each query runs in a scope of its own, opened as far as its actor reaches and no further.</summary>
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
