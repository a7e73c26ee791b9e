using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Security;

namespace CigHub.Web.WritePath;

/// <summary>Writes as the system itself (demonstration data, start-up): no person to authorize, but the same transaction and the same events.</summary>
public sealed class SystemWriter(IServiceScopeFactory scopes, Cancello cancello)
{
    public Task Scrivi(Func<CigHubDbContext, Task<Eventi>> lavoro, CancellationToken ct = default) => Scrivi(lavoro, null, ct);

    /// <param name="utc">When it happened; null: now. Only demonstration data lie in the past.</param>
    public async Task Scrivi(Func<CigHubDbContext, Task<Eventi>> lavoro, DateTime? utc, CancellationToken ct = default)
    {
        using var posto = await cancello.Entra(ct);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().ApriPerIlSistema();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        await using var transazione = await db.Database.BeginTransactionAsync(ct);
        var eventi = await lavoro(db);
        await scope.ServiceProvider.GetRequiredService<Scrittura>().Salva(eventi, Attore.Sistema, null, ct, utc);
        await transazione.CommitAsync(ct);
    }
}
