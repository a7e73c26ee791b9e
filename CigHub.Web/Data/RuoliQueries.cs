using CigHub.Domain.Persone;

namespace CigHub.Web.Data;

/// <summary>Finds the people who hold a role on a day. Commands, queries and pages all use this one definition.</summary>
internal static class RuoliQueries
{
    /// <summary>Returns the Appartenenze that are valid on the day, of active and of deactivated people.</summary>
    public static IQueryable<Appartenenza> RuoliValidi(this CigHubDbContext db, DateOnly giorno) => db.Appartenenze.Where(Appartenenza.Valide(giorno));

    /// <summary>
    /// Returns the Appartenenze with the role that are valid on the day and belong to active people. An Appartenenza for all Enti has no
    /// Ente.
    /// </summary>
    public static IQueryable<Appartenenza> RuoliAttivi(this CigHubDbContext db, Ruolo ruolo, DateOnly giorno) =>
        db.RuoliValidi(giorno).Where(a => a.Ruolo == ruolo && db.Persone.Any(p => p.Id == a.PersonaId && p.Attiva));

    /// <summary>Returns the active people who are RUP at an Ente on a day. Only they may become the RUP of one of its Affidamenti.</summary>
    public static IQueryable<Persona> RupDellEnte(this CigHubDbContext db, Guid enteId, DateOnly giorno)
    {
        var rup = db.RuoliAttivi(Ruolo.Rup, giorno).Where(a => a.EnteId == enteId);
        return db.Persone.Where(p => rup.Any(a => a.PersonaId == p.Id));
    }
}
