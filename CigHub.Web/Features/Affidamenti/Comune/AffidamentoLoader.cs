using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Comune;

/// <summary>
/// An Affidamento with the Convenzione and the Lotto that its rules need. Commands load it by <see cref="AffidamentoLoader.NelLotto"/>.
/// </summary>
internal sealed record AffidamentoNelLotto(Affidamento Affidamento, Lotto Lotto, Convenzione Convenzione);

internal sealed record DaControllare(Affidamento Affidamento, Convenzione Convenzione, Lotto Lotto, Capienza Capienza, Ente Ente);

internal static class AffidamentoLoader
{
    private static readonly Func<CigHubDbContext, Guid, CancellationToken, Task<AffidamentoNelLotto>> _uno = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid id, CancellationToken ct) => (
            from a in db.Affidamenti
            where a.Id == id
            join l in db.Lotti on a.LottoId equals l.Id
            join c in db.Convenzioni on l.ConvenzioneId equals c.Id
            select new AffidamentoNelLotto(a, l, c)).Single());

    private static readonly Func<CigHubDbContext, Guid, CancellationToken, Task<DaControllare>> _contesto = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid id, CancellationToken ct) => (
            from a in db.Affidamenti
            where a.Id == id
            join l in db.Lotti on a.LottoId equals l.Id
            join c in db.Convenzioni on l.ConvenzioneId equals c.Id
            join k in db.Capienze on l.Id equals k.LottoId
            join e in db.Enti on a.EnteId equals e.Id
            select new DaControllare(a, c, l, k, e)).Single());

    /// <summary>
    /// Loads an Affidamento together with the context of its checks: Convenzione, Lotto, Capienza, Ente, code lists and the day.
    /// </summary>
    public static async Task<(Affidamento Affidamento, ContestoControlli Contesto)> ConContesto(
        this CigHubDbContext db, Guid affidamentoId, RaccoltaListe liste, DateOnly oggi, CancellationToken ct)
    {
        var trovato = await _contesto(db, affidamentoId, ct);
        return (
            trovato.Affidamento,
            new ContestoControlli(trovato.Convenzione, trovato.Lotto, trovato.Capienza, trovato.Ente, liste, oggi).For(trovato.Affidamento));
    }

    public static Task<AffidamentoNelLotto> NelLotto(this CigHubDbContext db, Guid affidamentoId, CancellationToken ct) => _uno(db, affidamentoId, ct);
}
