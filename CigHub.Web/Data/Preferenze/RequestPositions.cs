using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Preferenze;

/// <summary>
/// Stores how far each request has come on the portal: its current step, and the values that were copied. These are not business data and
/// have no events.
/// </summary>
/// <remarks>Each change is one statement, so that two tabs at the same time do not make each other fail.</remarks>
public sealed class RequestPositions(IServiceScopeFactory scopes)
{
    /// <summary>
    /// Reads the current step of a request, counted from 1, and the keys of its copied values. A request without a stored position is at
    /// step 1.
    /// </summary>
    public Task<(int Passo, IReadOnlySet<string> Copiati)> Read(Guid affidamentoId) => With<(int, IReadOnlySet<string>)>(async db => (
        await db.Posizioni.Where(p => p.AffidamentoId == affidamentoId).Select(p => (int?)p.Passo).SingleOrDefaultAsync() ?? 1,
        await db.Spunte.Where(s => s.AffidamentoId == affidamentoId).Select(s => s.Percorso).ToHashSetAsync()));

    /// <summary>
    /// Moves a request from the step that the user saw to another. Returns false, and changes nothing, when the request is by now at a
    /// different step. A write that the disk refuses counts as done.
    /// </summary>
    public Task<bool> Move(RequestStep step, int seen) => scopes.Attempt(async db => await db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "PosizioniRichiesta" ("AffidamentoId", "Passo")
        SELECT {step.AffidamentoId}, {step.Passo}
        WHERE {seen} = COALESCE((SELECT "Passo" FROM "PosizioniRichiesta" WHERE "AffidamentoId" = {step.AffidamentoId}), 1)
        ON CONFLICT ("AffidamentoId") DO UPDATE SET "Passo" = excluded."Passo"
        """) == 1, true);

    public Task Tick(RequestTick tick) => scopes.Attempt(db => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "SpunteCopia" ("AffidamentoId", "Percorso") VALUES ({tick.AffidamentoId}, {tick.Percorso})
        ON CONFLICT ("AffidamentoId", "Percorso") DO NOTHING
        """), 0);

    /// <summary>Sets a request back to its first step and removes the ticks of all copied values.</summary>
    public Task Restart(RequestRestart restart) => With(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Posizioni.Where(p => p.AffidamentoId == restart.AffidamentoId).ExecuteDeleteAsync();
        await db.Spunte.Where(s => s.AffidamentoId == restart.AffidamentoId).ExecuteDeleteAsync();
        await transaction.CommitAsync();
        return true;
    });

    private async Task<T> With<T>(Func<PreferenzeDbContext, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>());
    }
}
