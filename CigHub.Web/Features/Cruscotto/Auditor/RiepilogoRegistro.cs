using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Cruscotto.Auditor;

/// <summary>An action, by its stored name, and the number of its events.</summary>
public sealed record ConteggioAzione(string Azione, int Quante);

/// <summary>The counts of the events that the registro has of the last days.</summary>
/// <param name="Dal">The first day that is counted, inclusive, in Rome time.</param>
/// <param name="Negati">The number of events whose outcome is «negato», because the action was refused.</param>
public sealed record Riepilogo(DateOnly Dal, IReadOnlyList<ConteggioAzione> Azioni, int Negati, int MassimaliVariati);

/// <summary>Counts the events of the last <see cref="Giorni"/> days, today included, that the actor may see.</summary>
public sealed class RiepilogoRegistro(CigHubDbContext db, TimeProvider clock) : IQuery
{
    /// <summary>The number of days whose events are counted, today included.</summary>
    public const int Giorni = 7;

    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<Riepilogo?> Run(CancellationToken ct = default)
    {
        var dal = clock.Today().AddDays(1 - Giorni);
        var inizio = RomeTime.StartOf(dal);
        var primo = await db.FirstEventFrom(inizio, ct);
        var conteggi = await db.Registro.AsNoTracking().Where(e => e.Seq >= primo && e.Utc >= inizio)
            .GroupBy(e => new { e.Azione, e.Esito }).Select(g => new { g.Key.Azione, g.Key.Esito, Quante = g.Count() }).ToListAsync(ct);
        var riusciti = conteggi
            .Where(c => c.Esito == "ok").Select(c => new ConteggioAzione(c.Azione, c.Quante))
            .OrderByDescending(c => c.Quante).ThenBy(c => Azioni.Nome(c.Azione)).ToList();
        return new Riepilogo(
            dal,
            riusciti,
            conteggi.Where(c => c.Esito == "negato").Sum(c => c.Quante),
            riusciti.Where(c => c.Azione == Azioni.MassimaleVariato).Sum(c => c.Quante));
    }
}
