using CigHub.Domain.Affidamenti;
using CigHub.Domain.DueDiligence;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data;

/// <summary>Reads the checks about suppliers that count for one Affidamento.</summary>
internal static class VerificheQueries
{
    /// <summary>Reads the checks of the Affidamento's Lotto and its own.</summary>
    /// <remarks>Two queries, because each has an index. One condition for both would read the checks of all Affidamenti of the Lotto.</remarks>
    public static async Task<IReadOnlyList<VerificaFornitore>> ThatCountFor(
        this IQueryable<VerificaFornitore> verifiche, Affidamento affidamento, CancellationToken ct)
    {
        var (id, lotto) = (affidamento.Id, affidamento.LottoId);
        var delLotto = await verifiche.Where(v => v.LottoId == lotto && v.AffidamentoId == null).ToListAsync(ct);
        return [.. delLotto, .. await verifiche.Where(v => v.AffidamentoId == id).ToListAsync(ct)];
    }
}
