using CigHub.Web.Data.Attestazioni;

namespace CigHub.Web.Operations.Attestazioni;

/// <summary>
/// Sends the attestazioni that wait to the places where they are kept elsewhere, the newest first. A place that does not answer is tried
/// again later, at ever longer intervals; an older attestazione need not be sent when a later one was, which covers its events.
/// </summary>
internal sealed partial class AttestazioniSender(
    AttestazioniStore store, IEnumerable<IDestinazione> destinations, TimeProvider clock, ILogger<AttestazioniSender> log)
{
    /// <summary>The number of the newest attestazioni that are looked at.</summary>
    private const int LookedAt = 50;

    private const int LongestWaitDoublings = 8;

    private static readonly TimeSpan _firstWait = TimeSpan.FromMinutes(1);

    /// <summary>The longest time that a place may take to answer.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Returns the time after a failed try at which the next one is due: 2 minutes, then twice as long each time, up to 4 hours.</summary>
    internal static TimeSpan WaitAfter(int tries) => _firstWait * (1 << Math.Min(tries, LongestWaitDoublings));

    /// <summary>Sends what waits and is due.</summary>
    public async Task SendPending(CancellationToken ct = default)
    {
        var newest = store.Before(store.Last, LookedAt);
        foreach (var place in destinations.Where(d => d.IsOn))
        {
            var covered = false;
            foreach (var attestazione in newest)
            {
                if (attestazione.Consegne.FirstOrDefault(c => c.Destinazione == place.Nome) is not { } consegna)
                {
                    continue;
                }

                if (consegna.Waits && covered)
                {
                    store.Note(attestazione.Numero, consegna with { Stato = StatoConsegna.Superata });
                }
                else if (consegna.Waits && !await Try(place, attestazione, consegna, ct))
                {
                    break;
                }

                covered = true;
            }
        }
    }

    /// <summary>Tries one delivery when it is due. Returns false when the place does not have the attestazione.</summary>
    private async Task<bool> Try(IDestinazione place, Attestazione attestazione, Consegna consegna, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (consegna.Il is { } last && now < last + WaitAfter(consegna.Tentativi))
        {
            return false;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            var ricevuta = await place.Invia(attestazione, limit.Token);
            store.Note(attestazione.Numero, consegna with
            {
                Stato = StatoConsegna.Inviata,
                Tentativi = consegna.Tentativi + 1,
                Il = now,
                Dettaglio = ricevuta.Dettaglio,
                Prova = ricevuta.Prova,
            });
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is not OutOfMemoryException)
        {
            var reason = e is OperationCanceledException ? "Non ha risposto entro un minuto." : e.Message;
            store.Note(
                attestazione.Numero,
                consegna with { Stato = StatoConsegna.NonRiuscita, Tentativi = consegna.Tentativi + 1, Il = now, Dettaglio = reason });
            NotSent(attestazione.Numero, place.Nome, reason);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "L'attestazione n. {Number} non è stata inviata a {Place}: {Reason}")]
    private partial void NotSent(int number, string place, string reason);
}
