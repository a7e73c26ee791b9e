using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni;

/// <summary>A Lotto with what is left of it.</summary>
public sealed record VoceLotto(Lotto Lotto, Capienza Capienza);

/// <summary>A Convenzione with its Lotti.</summary>
public sealed record VoceConvenzione(Convenzione Convenzione, IReadOnlyList<VoceLotto> Lotti);

/// <summary>Every Convenzione with its Lotti and their totals, which everybody may see; those to which one may adhere longest first.</summary>
public sealed class ElencoConvenzioni(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<IReadOnlyList<VoceConvenzione>> Esegui(CancellationToken ct = default)
    {
        var convenzioni = await db.Convenzioni.AsNoTracking().OrderByDescending(c => c.AdesioniAl).ThenBy(c => c.Titolo).ToListAsync(ct);
        var lotti = await (
            from l in db.Lotti.AsNoTracking()
            join c in db.Capienze.AsNoTracking() on l.Id equals c.LottoId
            orderby l.Numero
            select new VoceLotto(l, c)).ToListAsync(ct);
        return [.. convenzioni.Select(c => new VoceConvenzione(c, [.. lotti.Where(l => l.Lotto.ConvenzioneId == c.Id)]))];
    }
}
