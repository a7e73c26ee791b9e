using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Web.Data;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>What counts as open work: everything on its way to a CIG, and afterwards only what has an operation open on the portal.</summary>
internal static class LavoroAperto
{
    /// <summary>The states on the way to a CIG.</summary>
    public static readonly StatoAffidamento[] InCammino =
    [
        StatoAffidamento.InLavorazione, StatoAffidamento.InApprovazione, StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.CigInRichiesta,
        StatoAffidamento.EsitoDaVerificare, StatoAffidamento.ModificaInRichiesta, StatoAffidamento.AnnullamentoInRichiesta,
    ];

    /// <summary>On their way to a CIG: an index finds them.</summary>
    public static IQueryable<Affidamento> ConCigDaAvere(this IQueryable<Affidamento> affidamenti) => affidamenti.Where(a => InCammino.Contains(a.Stato));

    /// <summary>With the CIG, and an operation open on the portal: found from the operations, which are few.</summary>
    public static IQueryable<Affidamento> ConOperazioneAperta(this IQueryable<Affidamento> affidamenti, CigHubDbContext db) => affidamenti.Where(a =>
        db.Operazioni.Where(o => o.Stato == StatoOperazione.Avviata).Select(o => o.AffidamentoId).Contains(a.Id) && a.Stato == StatoAffidamento.CigAcquisito);

    /// <summary>Both.</summary>
    public static IQueryable<Affidamento> Aperti(this IQueryable<Affidamento> affidamenti, CigHubDbContext db) => affidamenti.Where(a =>
        InCammino.Contains(a.Stato)
            || (a.Stato == StatoAffidamento.CigAcquisito && db.Operazioni.Any(o => o.AffidamentoId == a.Id && o.Stato == StatoOperazione.Avviata)));
}
