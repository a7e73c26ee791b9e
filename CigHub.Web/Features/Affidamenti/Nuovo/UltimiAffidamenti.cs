using CigHub.Domain.Affidamenti;
using CigHub.Web.Data;

namespace CigHub.Web.Features.Affidamenti.Nuovo;

/// <summary>Finds the newest Affidamenti of an Ente, in which the last one on a Lotto is looked for.</summary>
internal static class UltimiAffidamenti
{
    /// <summary>The number of Affidamenti that are looked through. With more of them the search would grow with the years.</summary>
    private const int Quanti = 100;

    public static IQueryable<Affidamento> UltimiDellEnte(this CigHubDbContext db, Guid ente) =>
        db.Affidamenti.Where(a => a.EnteId == ente).OrderByDescending(a => a.CreatoIl).Take(Quanti).Where(a => !a.Pregresso);
}
