using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CigHub.Web.WritePath;

/// <summary>Refuses to save a business table without an event in the same save: nothing is changed that the registro does not know.</summary>
public sealed class GuardiaRegistro : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Controlla(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Controlla(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Controlla(DbContext db)
    {
        var cambiate = Differenze.Cambiate(db);
        var haEvento = db.ChangeTracker.Entries<RigaRegistro>().Any(e => e.State == EntityState.Added && e.Entity.Esito == "ok");
        if (cambiate.Count > 0 && !haEvento)
        {
            throw new InvalidOperationException(
                $"{string.Join(", ", cambiate.Select(e => e.Metadata.ClrType.Name).Distinct())} would be saved without an event in the registro: business data is saved by the CommandRunner alone.");
        }
    }
}
