using CigHub.Domain.Persone;

namespace CigHub.Web.Data;

/// <summary>Roles that people hold on a day and may act in.</summary>
internal static class RuoliAttiviDellePersone
{
    /// <summary>Returns the Appartenenze of a role that hold on a day, of active people; those at all Enti have no Ente.</summary>
    public static IQueryable<Appartenenza> RuoliAttivi(this CigHubDbContext db, Ruolo ruolo, DateOnly oggi) => db.Appartenenze.Where(
        a => a.Ruolo == ruolo && a.Dal <= oggi && (a.Fino == null || oggi < a.Fino) && db.Persone.Any(p => p.Id == a.PersonaId && p.Attiva));
}
