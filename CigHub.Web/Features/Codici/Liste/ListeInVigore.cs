using CigHub.Domain.Codici;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Codici.Liste;

/// <summary>
/// The code lists by which this moment's codes are offered and judged: those shipped, each replaced by the one loaded after it. Everything in the
/// app that asks for a list asks here.
/// </summary>
/// <remarks>
/// Kept in memory, because a search must not wait for the database. Whether somebody has loaded others, here or in another process, is asked of the
/// database with one small number, at most every two seconds, and at once after this process has committed an import.
/// </remarks>
public sealed class ListeInVigore(IServiceScopeFactory scopes, TimeProvider clock) : IAfterCommit
{
    private static readonly TimeSpan OgniQuanto = TimeSpan.FromSeconds(2);

    private readonly Lock _lucchetto = new();
    private (RaccoltaListe Raccolta, int Numero)? _lette;
    private long _controllate;
    private bool _cambiate;

    public RaccoltaListe Correnti => Lette().Raccolta;

    /// <summary>Grows with every import: who confirms one says what she saw.</summary>
    public int Numero => Lette().Numero;

    /// <summary>After an import the next question looks.</summary>
    public Task AfterCommit(IReadOnlyList<CommittedEvent> committed)
    {
        if (committed.Any(e => e.Azione == Azioni.ListeImportate))
        {
            Volatile.Write(ref _cambiate, true);
        }

        return Task.CompletedTask;
    }

    /// <summary>The shipped lists with those loaded on their day or later: a newer version of the app may bring newer ones.</summary>
    internal static RaccoltaListe Componi(IEnumerable<ListaImportata> importate) => importate
        .Where(i => OraItaliana.GiornoDiRoma(i.ImportataIl) >= ListeAnac.Giorno)
        .Aggregate(ListeAnac.Fornite, (raccolta, i) => raccolta.Con(i.Lista(), OraItaliana.GiornoDiRoma(i.ImportataIl)));

    internal static int NumeroDi(IEnumerable<int> versioni) => versioni.Sum(v => v + 1);

    private (RaccoltaListe Raccolta, int Numero) Lette()
    {
        lock (_lucchetto)
        {
            if (_lette is { } note && !Volatile.Read(ref _cambiate) && clock.GetElapsedTime(_controllate) < OgniQuanto)
            {
                return note;
            }

            // Before it looks: an import that is committed meanwhile is looked for again.
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
