using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Persone.Elenco;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Cruscotto.Amministratore;

/// <summary>An Ente without an active RUP, which cannot request a CIG.</summary>
public sealed record EnteScoperto(Guid Id, string Denominazione);

/// <summary>
/// Returns the Enti that are not closed and have no active RUP today: the first few by name, and their total number. Nobody can act on the
/// portal for such an Ente.
/// </summary>
public sealed class EntiSenzaRup(CigHubDbContext db, TimeProvider clock) : IQuery
{
    private const int Quanti = 8;

    public static Permission Requires => Permission.GestisciCatalogo;

    public async Task<ListPage<EnteScoperto>> Run(CancellationToken ct = default)
    {
        var senza = db.SenzaRup(clock.Today());
        var voci = await senza.OrderBy(e => e.Denominazione).Take(Quanti).Select(e => new EnteScoperto(e.Id, e.Denominazione)).ToListAsync(ct);
        return new ListPage<EnteScoperto>(voci, voci.Count < Quanti ? voci.Count : await senza.CountCapped(ct));
    }
}
