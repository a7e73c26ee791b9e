using CigHub.Domain.Affidamenti;
using CigHub.Domain.Revisione;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Revisione.Correttive;

/// <summary>A finding as the owner of its action sees it.</summary>
/// <param name="Audit">The title of the audit.</param>
public sealed record AzioneShown(Constatazione Constatazione, string Audit, NumeroAffidamento Numero, Guid AffidamentoId, bool InRitardo);

/// <summary>
/// Returns the actions for which the actor answers and that are not verified as effective, the most urgent first, and the number of all of
/// them.
/// </summary>
public sealed class AzioniDaAudit(CigHubDbContext db, TimeProvider clock) : IQuery
{
    /// <summary>The most actions that are returned.</summary>
    public const int Massimo = 100;

    public static Permission Requires => Permission.RispondiAudit;

    /// <param name="daAttuare">True for those alone that the actor has not yet taken.</param>
    public async Task<ListPage<AzioneShown>> Run(Actor actor, bool daAttuare, CancellationToken ct = default)
    {
        var (io, oggi) = (actor.PersonaId, clock.Today());
        var aperte = db.Constatazioni.AsNoTracking()
            .Where(c => c.ResponsabileId == io && c.Efficace != true && (!daAttuare || c.AttuataIl == null));
        var mie = await aperte.OrderBy(c => c.Entro).ThenBy(c => c.Id).Take(Massimo)
            .Select(c => new
            {
                Constatazione = c,
                Audit = db.Audit.IgnoreQueryFilters(new[] { CigHubDbContext.FiltroEnte }).Where(a => a.Id == c.AuditId).Select(a => a.Titolo).First(),
                AffidamentoId = db.CarteDiLavoro.Where(x => x.Id == c.CartaId).Select(x => x.AffidamentoId).First(),
            })
            .ToListAsync(ct);
        if (mie.Count == 0)
        {
            return new([], 0);
        }

        var id = mie.Select(m => m.AffidamentoId).ToHashSet();
        var numeri = await db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().Where(a => id.Contains(a.Id)).Select(a => new { a.Id, a.Anno, a.Progressivo })
            .ToDictionaryAsync(a => a.Id, a => new NumeroAffidamento(a.Anno, a.Progressivo), ct);
        return new(
            [
                .. mie.Select(m => new AzioneShown(
                    m.Constatazione, m.Audit, numeri.GetValueOrDefault(m.AffidamentoId), m.AffidamentoId, m.Constatazione.InRitardo(oggi))),
            ],
            mie.Count < Massimo ? mie.Count : await aperte.CountCapped(ct));
    }
}
