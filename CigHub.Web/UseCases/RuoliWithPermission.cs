using CigHub.Domain.Persone;
using CigHub.Web.Data;

namespace CigHub.Web.UseCases;

/// <summary>Finds the people who may do something by the permission of a role, never by the role itself.</summary>
internal static class RuoliWithPermission
{
    /// <summary>Returns the Appartenenze on a day, of active people, whose role holds a permission. Those at all Enti have no Ente.</summary>
    public static IQueryable<Appartenenza> RuoliAttivi(this CigHubDbContext db, Permission permission, DateOnly giorno)
    {
        var ruoli = PermissionsByRuolo.With(permission);
        return db.RuoliValidi(giorno).Where(a => ruoli.Contains(a.Ruolo) && db.Persone.Any(p => p.Id == a.PersonaId && p.Attiva));
    }
}
