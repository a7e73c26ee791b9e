using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Security.Sessioni;

/// <summary>A role in which a person may act today. Equality: by all members.</summary>
/// <param name="Id">The id of the Appartenenza, or of the delega for the role of a delegate.</param>
/// <param name="Ente">The name of the Ente, or «Tutti gli Enti» / «Ufficio».</param>
/// <param name="Delega">The delega for the role of a delegate, otherwise null.</param>
public sealed record RuoloDisponibile(Guid Id, Ruolo Ruolo, Guid? EnteId, string Ente, DelegaInUso? Delega = null);

/// <summary>
/// Lists the roles that a person may choose from: the valid Appartenenze whose role is in the person's token, and the deleghe in force that
/// the person received by one of them.
/// </summary>
public static class RuoliDiChiEntra
{
    public static async Task<IReadOnlyList<RuoloDisponibile>> Of(Actor actor, CigHubDbContext db, DateOnly oggi, CancellationToken ct = default)
    {
        var token = actor.RuoliToken.ToList();
        var trovati = await db.RuoliValidi(oggi).AsNoTracking()
            .Where(a => a.PersonaId == actor.PersonaId && token.Contains(a.Ruolo))
            .OrderBy(a => a.Ruolo).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Ruolo, a.EnteId, Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).FirstOrDefault() })
            .ToListAsync(ct);
        return
        [
            .. trovati.Select(a => new RuoloDisponibile(a.Id, a.Ruolo, a.EnteId, a.Ruolo.Where(a.Ente))),
            .. await PerDelega(actor.PersonaId, actor.RuoliToken, db, oggi, ct),
        ];
    }

    /// <summary>Returns the roles of a delegate that the deleghe in force give a person, the oldest delega first.</summary>
    /// <param name="ruoliToken">The roles in the person's token. A delega received by another role does not count.</param>
    internal static async Task<IReadOnlyList<RuoloDisponibile>> PerDelega(
        Guid personaId, IReadOnlyCollection<Ruolo> ruoliToken, CigHubDbContext db, DateOnly oggi, CancellationToken ct)
    {
        var token = ruoliToken.ToList();
        var deleghe = await (
            from d in db.DelegheVigenti(oggi).AsNoTracking()
            join e in db.Enti on d.EnteId equals e.Id
            join p in db.Persone on d.DeleganteId equals p.Id
            where d.DelegatoId == personaId && db.Appartenenze.Any(a => a.Id == d.PostoId && token.Contains(a.Ruolo))
            orderby d.Id
            select new { Delega = d, Ente = e.Denominazione, Rup = p.NomeCompleto }).ToListAsync(ct);
        return
        [
            .. deleghe.Select(x => new RuoloDisponibile(
                x.Delega.Id, Ruolo.Delegato, x.Delega.EnteId, $"{x.Ente}, per delega di {x.Rup}", DelegaInUso.Of(x.Delega, x.Rup))),
        ];
    }
}
