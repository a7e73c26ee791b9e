using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>One row of the table of the ledger on the Lotto's page.</summary>
/// <param name="AffidamentoId">The Affidamento to which the row belongs. Null for a row of the Lotto itself, such as the first one.</param>
public sealed record MovimentoRow(
    DateTime Utc, TipoMovimento Tipo, Importo Importo, string? Riferimento, DateOnly? DataAtto, string? Protocollo, Guid? AffidamentoId,
    NumeroAffidamento? Numero);

/// <summary>
/// The data of the Lotto's page: the Lotto with its Convenzione and Capienza, and the newest rows of its ledger that the actor may see. The
/// rows of others are only given as a sum.
/// </summary>
/// <param name="Movimenti">The newest rows of the ledger that the actor may see, with the number of all of these.</param>
/// <param name="DiAltriEnti">The sum of the rows that belong to Affidamenti of other Enti. The totals include them, and the list does
/// not.</param>
/// <param name="Confermati">The part of «in corso di adesione» that CMRC confirmed and no request has consumed yet, of all Enti.</param>
public sealed record LottoDetails(
    Lotto Lotto, Convenzione Convenzione, Capienza Capienza, ListPage<MovimentoRow> Movimenti, Importo DiAltriEnti, Importo Confermati);

/// <summary>
/// Returns one Lotto by id, or null when it does not exist. Every user may see the totals, which include the adhesions of all Enti. No user
/// sees the Affidamenti of another Ente.
/// </summary>
public sealed class DettaglioLotto(CigHubDbContext db) : IQuery
{
    /// <summary>The number of rows of the ledger that the page shows at first, and adds each time the user asks for more.</summary>
    public const int Passo = 50;

    public static Permission Requires => Permission.LeggiCapienza;

    /// <param name="quanti">The number of rows of the ledger to read, from the newest.</param>
    public async Task<LottoDetails?> Run(Guid id, int quanti = Passo, CancellationToken ct = default)
    {
        var lotto = await db.Lotti.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct);
        if (lotto is null)
        {
            return null;
        }

        var libro = db.Movimenti.AsNoTracking().Where(m => m.LottoId == id);
        var delleAdesioni = from g in db.Aggiudicazioni join a in db.Affidamenti on g.AffidamentoId equals a.Id select new { g.Id, Affidamento = a };
        var visibili = libro.Where(m => m.AggiudicazioneId == null || delleAdesioni.Any(d => d.Id == m.AggiudicazioneId));
        var righe = await (
            from m in visibili.OrderByDescending(m => m.Utc).ThenByDescending(m => m.Id).Take(quanti)
            let di = delleAdesioni.Where(d => d.Id == m.AggiudicazioneId)
                .Select(d => new { d.Affidamento.Id, d.Affidamento.Anno, d.Affidamento.Progressivo }).FirstOrDefault()
            orderby m.Utc descending, m.Id descending
            select new
            {
                m.Utc,
                m.Tipo,
                m.Importo.Centesimi,
                m.Riferimento,
                m.DataAtto,
                m.Protocollo,
                AffidamentoId = (Guid?)di.Id,
                Anno = (int?)di.Anno,
                Progressivo = (int?)di.Progressivo
            })
            .ToListAsync(ct);
        return new LottoDetails(
            lotto,
            await db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == lotto.ConvenzioneId, ct),
            await db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == id, ct),
            new(
                [.. righe.Select(r => new MovimentoRow(
                    r.Utc, r.Tipo, Importo.DaCentesimi(r.Centesimi), r.Riferimento, r.DataAtto, r.Protocollo, r.AffidamentoId,
                    r.Anno is { } anno ? new NumeroAffidamento(anno, r.Progressivo!.Value) : null))],
                righe.Count < quanti ? righe.Count : await visibili.CountCapped(ct)),
            Importo.DaCentesimi(await libro.Where(m => m.AggiudicazioneId != null && !delleAdesioni.Any(d => d.Id == m.AggiudicazioneId))
                .SumAsync(m => m.Importo.Centesimi, ct)),
            Importo.DaCentesimi(await db.Affidamenti.IgnoreAutoIncludes().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
                .Where(a => a.StatoConferma == StatoConferma.InVigore && a.LottoId == id).SumAsync(a => a.Confermato.Centesimi, ct)));
    }
}
