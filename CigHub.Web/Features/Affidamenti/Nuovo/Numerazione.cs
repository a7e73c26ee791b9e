using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Nuovo;

/// <summary>
/// Gives the next number of an Affidamento (<c>CH-2026-00123</c>) in the current year, over all Enti. It runs inside the write transaction,
/// so two Affidamenti cannot get the same number.
/// </summary>
public sealed class Numerazione(CigHubDbContext db, TimeProvider clock)
{
    public async Task<NumeroAffidamento> Next(CancellationToken ct)
    {
        var anno = clock.Today().Year;
        var ultimo = await db.Affidamenti.IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Where(a => a.Anno == anno).MaxAsync(a => (int?)a.Progressivo, ct);
        return new NumeroAffidamento(anno, (ultimo ?? 0) + 1);
    }
}
