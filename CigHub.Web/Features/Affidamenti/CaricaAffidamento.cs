using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti;

/// <summary>An Affidamento with the Convenzione and Lotto that its rules look at; loaded the same way by every command.</summary>
internal sealed record AffidamentoNelLotto(Affidamento Affidamento, Lotto Lotto, Convenzione Convenzione);

internal static class CaricaAffidamento
{
    private static readonly Func<CigHubDbContext, Guid, CancellationToken, Task<AffidamentoNelLotto>> _uno = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid id, CancellationToken ct) => (
            from a in db.Affidamenti
            where a.Id == id
            join l in db.Lotti on a.LottoId equals l.Id
            join c in db.Convenzioni on l.ConvenzioneId equals c.Id
            select new AffidamentoNelLotto(a, l, c)).Single());

    public static Task<AffidamentoNelLotto> NelLotto(this CigHubDbContext db, Guid affidamentoId, CancellationToken ct) => _uno(db, affidamentoId, ct);
}
