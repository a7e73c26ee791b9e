using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>A row of the ledger as its page shows it.</summary>
/// <param name="AffidamentoId">Null where the row is not of an Affidamento that the actor may see.</param>
public sealed record VoceMovimento(DateTime Utc, TipoMovimento Tipo, Importo Importo, string? Riferimento, DateOnly? DataAtto, string? Protocollo, Guid? AffidamentoId, NumeroAffidamento? Numero);

/// <summary>A Lotto, its totals and the rows of its ledger that the actor may see; the others only as their sum.</summary>
/// <param name="DiAltriEnti">Sum of the rows that belong to other Enti's Affidamenti: they are in the totals, not in the list.</param>
public sealed record SchedaLotto(Lotto Lotto, Convenzione Convenzione, Capienza Capienza, IReadOnlyList<VoceMovimento> Movimenti, Importo DiAltriEnti);

/// <summary>One Lotto by id; null when it does not exist. Totals are everybody's; another Ente's Affidamenti nobody's.</summary>
public sealed class DettaglioLotto(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<SchedaLotto?> Esegui(Guid id, CancellationToken ct = default)
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
            select new { m.Utc, m.Tipo, m.Importo.Centesimi, m.Riferimento, m.DataAtto, m.Protocollo, m.AggiudicazioneId, AffidamentoId = (Guid?)di.Id, Anno = (int?)di.Anno, Progressivo = (int?)di.Progressivo })
            .ToListAsync(ct);
        var visibili = righe.Where(r => r.AggiudicazioneId is null || r.AffidamentoId is not null);
        return new SchedaLotto(
            lotto,
            await db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == lotto.ConvenzioneId, ct),
            await db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == id, ct),
            [.. visibili.Select(r => new VoceMovimento(
                r.Utc, r.Tipo, Importo.DaCentesimi(r.Centesimi), r.Riferimento, r.DataAtto, r.Protocollo, r.AffidamentoId,
                r.Anno is { } anno ? new NumeroAffidamento(anno, r.Progressivo!.Value) : null))],
            Importo.DaCentesimi(righe.Where(r => r.AggiudicazioneId is not null && r.AffidamentoId is null).Sum(r => r.Centesimi)));
    }
}
