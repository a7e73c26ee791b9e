using CigHub.Web.Data;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.UnaConvenzione;

/// <summary>Returns one Convenzione by id with its Lotti, or null when it does not exist. Every user may see the catalogue.</summary>
public sealed class DettaglioConvenzione(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<ConvenzioneRow?> Run(Guid id, CancellationToken ct = default)
    {
        var convenzione = await db.Convenzioni.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        return convenzione is null
            ? null
            : new ConvenzioneRow(convenzione, await (
                from l in db.Lotti.AsNoTracking()
                join c in db.Capienze.AsNoTracking() on l.Id equals c.LottoId
                where l.ConvenzioneId == id
                orderby l.Numero
                select new LottoRow(l, c)).ToListAsync(ct));
    }
}
