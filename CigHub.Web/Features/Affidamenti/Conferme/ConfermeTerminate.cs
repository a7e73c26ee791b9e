using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Conferme;

/// <summary>
/// Ends the conferme di capienza whose last day has passed, and frees their amounts. It looks soon after a start and then all day long, so that
/// an ended conferma holds nothing for more than some minutes.
/// </summary>
/// <remarks>
/// Each conferma ends in a transaction of its own, with an event of the system. A round that fails leaves the rest to the next one, and a conferma
/// that has ended already gives no event, so rounds may overlap with a restart.
/// </remarks>
public sealed partial class ConfermeTerminate(
    SystemWriter writer, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ConfermeTerminate> log) : BackgroundService
{
    /// <summary>The time between two rounds of <see cref="Round"/>.</summary>
    public static TimeSpan Passo { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Ends every conferma whose last day has passed. Returns how many ended.</summary>
    public async Task<int> Round(CancellationToken ct)
    {
        var quante = 0;
        foreach (var id in await Passate(ct))
        {
            quante += await Termina(id, ct) ? 1 : 0;
        }

        return quante;
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
                    NotEnded(fault.Code, e);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app is stopping.
        }
    }

    private async Task<List<Guid>> Passate(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var oggi = clock.Today();
        return await scope.ServiceProvider.GetRequiredService<CigHubDbContext>().Affidamenti
            .Where(a => a.StatoConferma == StatoConferma.InVigore && a.ConfermaFinoAl < oggi).Select(a => a.Id).ToListAsync(ct);
    }

    private async Task<bool> Termina(Guid id, CancellationToken ct)
    {
        var terminata = false;
        try
        {
            await writer.Write(
                async db =>
                {
                    var affidamento = await db.Affidamenti.SingleAsync(a => a.Id == id, ct);
                    var capienza = await db.Capienze.SingleAsync(c => c.LottoId == affidamento.LottoId, ct);
                    var righe = affidamento.TerminaConferma(capienza, clock.Today(), clock.GetUtcNow().UtcDateTime);
                    db.Movimenti.AddRange(righe);
                    terminata = righe.Count > 0;
                    return terminata
                        ? Events.Of(new EventToWrite(Azioni.ConfermaTerminata, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId))
                        : Events.None;
                },
                ct);
            return terminata;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody has written in the meantime. The next round looks again.
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ended conferme di capienza still hold their amounts: {Code}")]
    private partial void NotEnded(string code, Exception cause);
}
