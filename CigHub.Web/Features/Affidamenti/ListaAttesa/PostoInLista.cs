using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.ListaAttesa;

/// <summary>The place of an Affidamento in the lista d'attesa of its Lotto.</summary>
/// <param name="Posto">The place, from 1.</param>
/// <param name="Quanti">The number of Affidamenti that wait for the Lotto, those of other Enti included.</param>
public sealed record PostoDellaLista(int Posto, int Quanti);

/// <summary>
/// Returns the place of an Affidamento in the lista d'attesa, by the order of arrival over all Enti. Returns null when it does not wait.
/// </summary>
public sealed class PostoInLista(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public async Task<PostoDellaLista?> Run(Guid affidamentoId, CancellationToken ct = default)
    {
        var suo = await db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().Where(a => a.Id == affidamentoId && a.InListaDal != null)
            .Select(a => new { a.LottoId, a.InListaDal }).SingleOrDefaultAsync(ct);
        if (suo is null)
        {
            return null;
        }

        var momenti = await db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(a => a.LottoId == suo.LottoId && a.InListaDal != null).Select(a => a.InListaDal).ToListAsync(ct);
        return new PostoDellaLista(1 + momenti.Count(m => m < suo.InListaDal), momenti.Count);
    }
}
