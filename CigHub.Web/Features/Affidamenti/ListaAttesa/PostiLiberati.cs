using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.ListaAttesa;

/// <summary>One Affidamento that is the first in the lista d'attesa of its Lotto, and for which there is room now.</summary>
/// <param name="InListaDal">The instant, UTC, since which it has waited.</param>
public sealed record PostoLiberatoRow(Guid AffidamentoId, string Numero, string Oggetto, string Indirizzo, Importo Importo, DateTime InListaDal);

/// <summary>The Affidamenti of a person that need not wait any longer, those that have waited longest first.</summary>
public sealed record PostiLiberatiView(IReadOnlyList<PostoLiberatoRow> Righe);

/// <summary>
/// Returns the Affidamenti of which a person is the RUP or the author, that are the first in the lista d'attesa of their Lotto over all Enti,
/// and for whose amount the residuo is enough now.
/// </summary>
public sealed class PostiLiberati(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.PreparaBozza;

    public async Task<PostiLiberatiView> Run(Guid persona, CancellationToken ct = default)
    {
        // Few wait at a time, so the first ones are found among all of them, whatever their Ente.
        var inLista = await db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(a => a.InListaDal != null).Select(a => new { a.Id, a.LottoId, a.InListaDal }).ToListAsync(ct);
        List<Guid> primi = [.. inLista.GroupBy(a => a.LottoId).Select(lista => lista.MinBy(a => a.InListaDal)!.Id)];

        // A condition on the person would lead the database to all that the person ever did.
        var righe = await (
            from a in db.Affidamenti.AsNoTracking().IgnoreAutoIncludes()
            where EF.Parameter(primi).Contains(a.Id)
            join k in db.Capienze.AsNoTracking() on a.LottoId equals k.LottoId
            where a.ImportoAppalto.Centesimi <= a.Confermato.Centesimi
                + k.Massimale.Centesimi - k.Aderito.Centesimi - k.Riservato.Centesimi - k.AltreAdesioni.Centesimi
            select new { a.Id, a.Anno, a.Progressivo, a.Oggetto, a.ImportoAppalto.Centesimi, a.InListaDal, a.RupId, a.AutoreId }).ToListAsync(ct);
        return new PostiLiberatiView(
        [
            .. righe.Where(r => r.RupId == persona || r.AutoreId == persona).OrderBy(r => r.InListaDal)
                .Select(r => new PostoLiberatoRow(
                    r.Id, new NumeroAffidamento(r.Anno, r.Progressivo).ToString(), r.Oggetto, AppRoutes.SchedaDi(r.Id), Importo.DaCentesimi(r.Centesimi),
                    r.InListaDal!.Value)),
        ]);
    }
}
