using CigHub.Domain.Persone;
using CigHub.Web.Data;

namespace CigHub.Web.UseCases;

/// <summary>Finds the people who hold a permission through their role, so that callers need not name roles.</summary>
internal static class RuoliWithPermission
{
    /// <summary>
    /// Returns the Appartenenze valid on the day, of active people, whose role holds the permission. An Appartenenza for all Enti has no
    /// Ente.
    /// </summary>
    public static IQueryable<Appartenenza> RuoliAttivi(this CigHubDbContext db, Permission permission, DateOnly giorno)
    {
        var ruoli = PermissionsByRuolo.With(permission);
        return db.RuoliValidi(giorno).Where(a => ruoli.Contains(a.Ruolo) && db.Persone.Any(p => p.Id == a.PersonaId && p.Attiva));
    }
}
