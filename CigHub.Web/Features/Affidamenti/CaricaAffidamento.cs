using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti;

/// <summary>An Affidamento with the Convenzione and Lotto that its rules look at; loaded the same way by every command.</summary>
internal sealed record AffidamentoNelLotto(Affidamento Affidamento, Lotto Lotto, Convenzione Convenzione);

internal static class CaricaAffidamento
{
    public static async Task<AffidamentoNelLotto> NelLotto(this CigHubDbContext db, Guid affidamentoId, CancellationToken ct)
    {
        var affidamento = await db.Affidamenti.SingleAsync(a => a.Id == affidamentoId, ct);
        var lotto = await db.Lotti.SingleAsync(l => l.Id == affidamento.LottoId, ct);
        return new AffidamentoNelLotto(affidamento, lotto, await db.Convenzioni.SingleAsync(c => c.Id == lotto.ConvenzioneId, ct));
    }
}
