using CigHub.Domain.Affidamenti;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data;

/// <summary>Reads the Affidamenti and the events of a scope in a form that indexes can answer.</summary>
internal static class RigheVisibili
{
    /// <summary>
    /// Returns the Affidamenti that the scope may see. It repeats the filter by Ente in a form for which the database uses an index. The
    /// context's own filter cannot use one, because it begins with «or all Enti».
    /// </summary>
    public static IQueryable<Affidamento> Visibili(this CigHubDbContext db, Ambito ambito)
    {
        var tutti = db.Affidamenti.AsNoTracking();
        return ambito is { TuttiGliEnti: false, EnteId: { } ente } ? tutti.Where(a => a.EnteId == ente) : tutti;
    }

    /// <summary>Returns the events that the scope may see, in the same form.</summary>
    public static IQueryable<RigaRegistro> EventiVisibili(this CigHubDbContext db, Ambito ambito)
    {
        var tutti = db.Registro.AsNoTracking();
        return ambito is { TuttiGliEnti: false, EnteId: { } ente } ? tutti.Where(e => e.EnteId == ente) : tutti;
    }

    /// <summary>
    /// Keeps the Affidamenti whose id is among a few. The SQL begins with the ids, whatever other index the database might prefer.
    /// </summary>
    public static IQueryable<Affidamento> AmongFew(this IQueryable<Affidamento> affidamenti, IQueryable<Guid> ids) =>
        from id in ids.Distinct()
        from a in affidamenti
        where a.Id == id
        select a;
}
