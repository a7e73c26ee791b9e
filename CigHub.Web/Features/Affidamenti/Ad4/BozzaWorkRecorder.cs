using CigHub.Domain.Affidamenti;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// Records in the registro the pieces of work on drafts that no command has ended: the user left the page, or nobody wrote for
/// <see cref="Affidamento.Riposo"/>. The actor of the event is the person who wrote. Work that cannot be recorded now stays with the draft
/// and is recorded later.
/// </summary>
public sealed partial class BozzaWorkRecorder(
    SystemWriter writer, IServiceScopeFactory scopes, TimeProvider clock, ILogger<BozzaWorkRecorder> log) : BackgroundService
{
    /// <summary>The time between two rounds of <see cref="Round"/>.</summary>
    public static TimeSpan Passo { get; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Records the work of a person on a draft, because the person has left its page. The work of another person on the same draft is not
    /// ended.
    /// </summary>
    public async Task PaginaLasciata(Guid affidamentoId, Guid personaId)
    {
        // Most pages are left with nothing typed. Write nothing for them.
        if (await Query(db => db.Affidamenti.AnyAsync(a => a.Id == affidamentoId && a.ScrittaDaId == personaId)))
        {
            await Registra(affidamentoId, a => a.ScrittaDaId == personaId, Occasione.PaginaLasciata, CancellationToken.None);
        }
    }

    /// <summary>Records the work on every draft that nobody has written to for <see cref="Affidamento.Riposo"/>.</summary>
    public async Task Round(CancellationToken ct)
    {
        var finoA = clock.GetUtcNow().UtcDateTime - Affidamento.Riposo;
        foreach (var id in await Query(db => db.Affidamenti.Where(a => a.ScrittaAl <= finoA).Select(a => a.Id).ToListAsync(ct)))
        {
            await Registra(id, a => a.ScrittaAl <= finoA, Occasione.Riposo, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var passo = new PeriodicTimer(Passo, clock);
        try
        {
            while (await passo.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await Round(stoppingToken);
                }
                catch (Exception e) when (StorageFault.Of(e) is { } fault)
                {
                    NotRecorded(fault.Code, e);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app is stopping.
        }
    }

    private async Task<T> Query<T>(Func<CigHubDbContext, Task<T>> domanda)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        return await domanda(scope.ServiceProvider.GetRequiredService<CigHubDbContext>());
    }

    private async Task Registra(Guid affidamentoId, Func<Affidamento, bool> finito, Occasione occasione, CancellationToken ct)
    {
        try
        {
            await writer.Write(
                async db => await db.Affidamenti.SingleOrDefaultAsync(a => a.Id == affidamentoId, ct) is { } a && finito(a) && a.ConsegnaLavoro() is { } lavoro
                    ? Events.Of(BozzaWorkEvents.Event(a, lavoro, occasione))
                    : Events.None,
                ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody has written in the meantime, so the work goes on.
            return;
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            NotRecorded(fault.Code, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work on a draft is not recorded yet: {Code}")]
    private partial void NotRecorded(string code, Exception cause);
}
