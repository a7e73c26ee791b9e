using CigHub.Domain.Affidamenti;
using CigHub.Web.Data;
using CigHub.Web.Data.Configurazioni;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CigHub.Web.UseCases;

/// <summary>
/// Stops a save that changes business data without adding an event, so that the registro records every change. Only an autosave of a draft
/// needs no event, because one event later records the whole piece of work.
/// </summary>
public sealed class RegistroGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    /// <summary>
    /// Says whether a change is one that an autosave makes: to the draft's own columns, or to the adhesions that follow from it.
    /// </summary>
    private static bool OfBozzaOnly(EntityEntry entry) => entry switch
    {
        { Entity: Aggiudicazione { Stato: StatoAggiudicazione.DaRichiedere }, State: EntityState.Added or EntityState.Deleted } => true,
        { Entity: Affidamento or Aggiudicazione, State: EntityState.Modified } => entry.Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties))
            .Where(p => p.IsModified).All(p => p.Metadata.FindAnnotation(ModelParts.Bozza) is not null),
        _ => false,
    };

    /// <summary>Throws when the tracked changes contain business data and there is no event.</summary>
    internal static void Check(DbContext db, bool haEvento)
    {
        var cambiate = ChangeSet.Changed(db).Where(e => !OfBozzaOnly(e)).ToList();
        if (cambiate.Count > 0 && !haEvento)
        {
            throw new InvalidOperationException(
                $"{string.Join(", ", cambiate.Select(e => e.Metadata.ClrType.Name).Distinct())} would be saved without an event in the registro: "
                + "business data is saved by the CommandRunner alone.");
        }
    }

    private static void Check(DbContext db) =>
        Check(db, db is CigHubDbContext { NewEvents.RecordsAChange: true });
}
