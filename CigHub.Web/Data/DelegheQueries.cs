using CigHub.Domain.Persone;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data;

/// <summary>Finds the deleghe that are in force on a day. Sessions, commands and pages all use this one definition.</summary>
internal static class DelegheQueries
{
    /// <summary>
    /// Returns the deleghe that are in force on the day: not revoked, within their days, the RUP's appointment and the delegate's post still
    /// valid, and both people active.
    /// </summary>
    public static IQueryable<Delega> DelegheVigenti(this CigHubDbContext db, DateOnly giorno)
    {
        var (ruoli, attive) = (db.RuoliValidi(giorno), db.Persone.Where(p => p.Attiva));
        return db.Deleghe.Where(Delega.Vigenti(giorno)).Where(d =>
            ruoli.Any(a => a.Id == d.NominaId) && ruoli.Any(a => a.Id == d.PostoId)
            && attive.Any(p => p.Id == d.DeleganteId) && attive.Any(p => p.Id == d.DelegatoId));
    }
}
