using CigHub.Domain.Codici;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Codici.Liste;

/// <summary>
/// The ANAC code lists by which codes are offered and checked now: the lists shipped with the app, each replaced by a later imported one.
/// All code that needs a list takes it from here.
/// </summary>
/// <remarks>
/// The lists stay in memory, because a search must not wait for the database. One small number tells whether somebody has imported other
/// lists, in this process or another. It is read from the database at most every two seconds, and at once after this process has committed
/// an import.
/// </remarks>
public sealed class ListeInVigore(IServiceScopeFactory scopes, TimeProvider clock) : IAfterCommit
{
    private static readonly TimeSpan OgniQuanto = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private (RaccoltaListe Raccolta, int Numero)? _lette;
    private long _controllate;
    private bool _cambiate;

    public RaccoltaListe Correnti => Lette().Raccolta;

    /// <summary>
    /// The number of the lists in force. Each import raises it, so that an import can tell whether the lists have changed since its
    /// preview.
    /// </summary>
    public int Numero => Lette().Numero;

    /// <summary>Makes the next reader look into the database when an import was committed.</summary>
    public Task AfterCommit(IReadOnlyList<CommittedEvent> committed)
    {
        if (committed.Any(e => e.Azione == Azioni.ListeImportate))
        {
            Volatile.Write(ref _cambiate, true);
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Returns the shipped lists, each replaced by the one imported on the shipped lists' day or later. Earlier imports are ignored,
    /// because a newer version of the app may ship newer lists.
    /// </summary>
    internal static RaccoltaListe Componi(IEnumerable<ListaImportata> importate) => importate
        .Where(i => RomeTime.DayInRome(i.ImportataIl) >= ListeAnac.Giorno)
        .Aggregate(ListeAnac.Fornite, (raccolta, i) => raccolta.ConLista(i.Lista(), RomeTime.DayInRome(i.ImportataIl)));

    internal static int NumeroDi(IEnumerable<int> versioni) => versioni.Sum(v => v + 1);

    private (RaccoltaListe Raccolta, int Numero) Lette()
    {
        lock (_lock)
        {
            if (_lette is { } note && !Volatile.Read(ref _cambiate) && clock.GetElapsedTime(_controllate) < OgniQuanto)
            {
                return note;
            }

            // The flag is cleared before the read. An import committed during the read sets it again, so the next call reads again.
            Volatile.Write(ref _cambiate, false);

            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
            var numero = NumeroDi(db.ListeImportate.Select(l => l.Version).ToList());
            if (_lette is not { } prima || prima.Numero != numero)
            {
                _lette = (Componi(db.ListeImportate.AsNoTracking().OrderBy(l => l.IdTipologica).ToList()), numero);
            }

            _controllate = clock.GetTimestamp();
            return _lette.Value;
        }
    }
}
