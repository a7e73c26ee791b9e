using CigHub.Domain.Affidamenti;
using CigHub.Domain.Revisione;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Revisione.Campioni;

/// <summary>Reads the population of an audit.</summary>
internal static class PopolazioneQuery
{
    /// <summary>Returns the Affidamenti that the plan covers: created in its period, of its Ente and Convenzione, and not deleted.</summary>
    public static async Task<IReadOnlyList<Elemento>> Popolazione(this CigHubDbContext db, Audit audit, CancellationToken ct)
    {
        var (dal, fino) = (RomeTime.StartOf(audit.Dal), RomeTime.StartOf(audit.Al.AddDays(1)));
        var (ente, convenzione) = (audit.EnteId, audit.ConvenzioneId);
        var righe = await db.Affidamenti.AsNoTracking().IgnoreAutoIncludes()
            .Where(a => a.CreatoIl >= dal && a.CreatoIl < fino && a.Stato != StatoAffidamento.Eliminato)
            .Where(a => ente == null || a.EnteId == ente)
            .Where(a => convenzione == null || db.Lotti.Any(l => l.Id == a.LottoId && l.ConvenzioneId == convenzione))
            .Select(a => new { a.Id, a.EnteId, a.ImportoAppalto.Centesimi })
            .ToListAsync(ct);
        return [.. righe.Select(r => new Elemento(r.Id, r.EnteId, r.Centesimi))];
    }
}
