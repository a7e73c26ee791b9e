using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.DueDiligence;

/// <summary>The due diligence about the suppliers of a Lotto or of an Affidamento, as it stands today.</summary>
/// <param name="LottoId">The Lotto itself, or that of the Affidamento.</param>
/// <param name="AffidamentoId">Null for the due diligence of a Lotto.</param>
/// <param name="Registrate">All recorded checks about these suppliers, the newest first.</param>
/// <param name="InUso">Says whether anybody ever recorded a check for the Lotto or at the Ente. Until then nothing counts as missing.</param>
public sealed record DueDiligenceView(
    Guid LottoId, Guid? AffidamentoId, IReadOnlyList<QuadroFornitore> Fornitori, IReadOnlyList<VerificaFornitore> Registrate, bool InUso)
{
    /// <summary>The worst state among the suppliers. Null when there is no supplier, or when the register is not in use.</summary>
    public StatoVerifica? Stato => InUso && Fornitori.Count > 0 ? Fornitori.Max(f => f.Stato) : null;
}

/// <summary>Returns the due diligence about the suppliers of one Lotto, without the Affidamenti. Null when the Lotto does not exist.</summary>
public sealed class DueDiligenceLotto(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<DueDiligenceView?> Run(Guid lottoId, CancellationToken ct = default)
    {
        var lotto = await db.Lotti.AsNoTracking().SingleOrDefaultAsync(l => l.Id == lottoId, ct);
        if (lotto is null)
        {
            return null;
        }

        var verifiche = await db.VerificheFornitori.AsNoTracking().Where(v => v.LottoId == lottoId && v.AffidamentoId == null).ToListAsync(ct);
        var fornitori = lotto.Fornitori.Select(f => new FornitoreDichiarato(f.CodiceFiscale.Valore, f.Denominazione)).DistinctBy(f => f.CodiceFiscale);
        return new DueDiligenceView(
            lottoId, null,
            [.. fornitori.Select(f => QuadroFornitore.Valuta(clock.Today(), f, verifiche.Where(v => v.FornitoreCodice == f.CodiceFiscale)))],
            [.. verifiche.OrderByDescending(v => v.Utc).ThenByDescending(v => v.Id)], verifiche.Count > 0);
    }
}

/// <summary>
/// Returns the due diligence about the suppliers of one Affidamento: the checks of its Lotto and its own. Null when the Affidamento does not
/// exist or belongs to another Ente.
/// </summary>
public sealed class DueDiligenceAffidamento(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public async Task<DueDiligenceView?> Run(Guid affidamentoId, CancellationToken ct = default)
    {
        var affidamento = await db.Affidamenti.AsNoTracking().SingleOrDefaultAsync(a => a.Id == affidamentoId, ct);
        if (affidamento is null)
        {
            return null;
        }

        var (lottoId, enteId) = (affidamento.LottoId, affidamento.EnteId);
        var verifiche = await db.VerificheFornitori.AsNoTracking().ThatCountFor(affidamento, ct);
        var inUso = verifiche.Count > 0 || await db.VerificheFornitori.AnyAsync(v => v.EnteId == enteId, ct);
        var fornitori = affidamento.Fornitori;
        var codici = fornitori.Select(f => f.CodiceFiscale).ToHashSet();
        return new DueDiligenceView(
            lottoId, affidamentoId,
            [.. fornitori.Select(f => QuadroFornitore.Valuta(clock.Today(), f, verifiche.Where(v => v.FornitoreCodice == f.CodiceFiscale)))],
            [.. verifiche.Where(v => codici.Contains(v.FornitoreCodice)).OrderByDescending(v => v.Utc).ThenByDescending(v => v.Id)], inUso);
    }
}
