using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
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
/// The data of the Lotto's page: the Lotto with its Convenzione and Capienza, and the rows of its ledger that the actor may see. The other
/// rows are only given as a sum.
/// </summary>
/// <param name="DiAltriEnti">The sum of the rows that belong to Affidamenti of other Enti. The totals include them, and the list does
/// not.</param>
/// <param name="Confermati">The part of «in corso di adesione» that CMRC confirmed and no request has consumed yet, of all Enti.</param>
public sealed record LottoDetails(
    Lotto Lotto, Convenzione Convenzione, Capienza Capienza, IReadOnlyList<MovimentoRow> Movimenti, Importo DiAltriEnti, Importo Confermati);

/// <summary>
/// Returns one Lotto by id, or null when it does not exist. Every user may see the totals, which include the adhesions of all Enti. No user
/// sees the Affidamenti of another Ente.
/// </summary>
public sealed class DettaglioLotto(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<LottoDetails?> Run(Guid id, CancellationToken ct = default)
    {
        var lotto = await db.Lotti.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct);
        if (lotto is null)
        {
            return null;
        }

        var righe = await (
            from m in db.Movimenti.AsNoTracking()
            where m.LottoId == id
            orderby m.Utc descending, m.Id descending
            let di = (from g in db.Aggiudicazioni
                      join a in db.Affidamenti on g.AffidamentoId equals a.Id
                      where g.Id == m.AggiudicazioneId
                      select new { a.Id, a.Anno, a.Progressivo }).FirstOrDefault()
            select new
            {
                m.Utc,
                m.Tipo,
                m.Importo.Centesimi,
                m.Riferimento,
                m.DataAtto,
                m.Protocollo,
                m.AggiudicazioneId,
                AffidamentoId = (Guid?)di.Id,
                Anno = (int?)di.Anno,
                Progressivo = (int?)di.Progressivo
            })
            .ToListAsync(ct);
        var visibili = righe.Where(r => r.AggiudicazioneId is null || r.AffidamentoId is not null);
        return new LottoDetails(
            lotto,
            await db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == lotto.ConvenzioneId, ct),
            await db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == id, ct),
            [.. visibili.Select(r => new MovimentoRow(
                r.Utc, r.Tipo, Importo.DaCentesimi(r.Centesimi), r.Riferimento, r.DataAtto, r.Protocollo, r.AffidamentoId,
                r.Anno is { } anno ? new NumeroAffidamento(anno, r.Progressivo!.Value) : null))],
            Importo.DaCentesimi(righe.Where(r => r.AggiudicazioneId is not null && r.AffidamentoId is null).Sum(r => r.Centesimi)),
            Importo.DaCentesimi(await db.Affidamenti.IgnoreAutoIncludes().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
                .Where(a => a.StatoConferma == StatoConferma.InVigore && a.LottoId == id).SumAsync(a => a.Confermato.Centesimi, ct)));
    }
}
