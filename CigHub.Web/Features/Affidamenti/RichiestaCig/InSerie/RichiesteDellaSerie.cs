using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;

/// <summary>The data of an Affidamento that the pages of a serie di richieste show.</summary>
public sealed record AffidamentoInSerie(
    Guid Id, int Version, NumeroAffidamento Numero, string Titolo, string Oggetto, StatoAffidamento Stato, Importo Importo, Cig CigPadre,
    string CigDerivati, string Fornitore, Guid RupId, string? NotaRitorno);

/// <summary>Reads the Affidamenti of a serie di richieste. Leaves out those that the actor may not see.</summary>
public sealed class RichiesteDellaSerie(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.RichiediCig;

    public async Task<IReadOnlyDictionary<Guid, AffidamentoInSerie>> Run(IReadOnlyCollection<Guid> id, CancellationToken ct = default)
    {
        var righe = await (
            from a in db.Affidamenti.AsNoTracking()
            join l in db.Lotti on a.LottoId equals l.Id
            where id.Contains(a.Id)
            select new
            {
                a.Id,
                a.Version,
                a.Anno,
                a.Progressivo,
                a.TitoloDocumento,
                a.Oggetto,
                a.Stato,
                a.ImportoAppalto.Centesimi,
                l.CigPadre,
                a.CigDerivati,
                a.DenominazioneOe,
                a.RupId,
                a.NotaRitorno
            }).ToListAsync(ct);
        return righe.ToDictionary(r => r.Id, r => new AffidamentoInSerie(
            r.Id, r.Version, new NumeroAffidamento(r.Anno, r.Progressivo), r.TitoloDocumento, r.Oggetto, r.Stato, Importo.DaCentesimi(r.Centesimi),
            r.CigPadre, r.CigDerivati, r.DenominazioneOe, r.RupId, r.NotaRitorno));
    }

    /// <summary>
    /// Returns the first Affidamento, by its number, that is ready for the portal and has the given RUP. Null when there is none.
    /// </summary>
    public async Task<AffidamentoInSerie?> ProssimoPronto(Guid rupId, CancellationToken ct = default)
    {
        var primo = await db.Affidamenti.AsNoTracking().Where(a => a.RupId == rupId && a.Stato == StatoAffidamento.ProntoPerIlPortale)
            .OrderBy(a => a.Anno).ThenBy(a => a.Progressivo).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);
        return primo is { } id ? (await Run([id], ct)).GetValueOrDefault(id) : null;
    }

    /// <summary>
    /// Returns the ids of the Affidamenti that are ready for the portal and have the given RUP, in the order of their numbers. Searches
    /// among the given ids, or among all Affidamenti when <paramref name="tra"/> is null. They may be more than a series may have.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> Pronti(Guid rupId, IReadOnlyCollection<Guid>? tra, CancellationToken ct = default) =>
        await db.Affidamenti.AsNoTracking()
            .Where(a => a.RupId == rupId && a.Stato == StatoAffidamento.ProntoPerIlPortale && (tra == null || tra.Contains(a.Id)))
            .OrderBy(a => a.Anno).ThenBy(a => a.Progressivo).Select(a => a.Id).ToListAsync(ct);
}
