using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Web.Data;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>
/// Defines open work: every Affidamento on its way to a CIG, and after the CIG only an Affidamento with an operation open on the portal.
/// </summary>
internal static class LavoroAperto
{
    /// <summary>
    /// The states that are open work by themselves: those on the way to a CIG, and those with a change or an annulment asked for.
    /// </summary>
    public static readonly StatoAffidamento[] InCammino =
    [
        StatoAffidamento.InLavorazione, StatoAffidamento.InApprovazione, StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.CigInRichiesta,
        StatoAffidamento.EsitoDaVerificare, StatoAffidamento.ModificaInRichiesta, StatoAffidamento.AnnullamentoInRichiesta,
    ];

    /// <summary>Keeps the Affidamenti in a state of <see cref="InCammino"/>. An index finds them.</summary>
    public static IQueryable<Affidamento> ConCigDaAvere(this IQueryable<Affidamento> affidamenti) => affidamenti.Where(a => InCammino.Contains(a.Stato));

    /// <summary>
    /// Keeps the Affidamenti that have the CIG and an operation open on the portal. The query starts from the operations, which are few.
    /// </summary>
    public static IQueryable<Affidamento> ConOperazioneAperta(this IQueryable<Affidamento> affidamenti, CigHubDbContext db) => affidamenti.Where(a =>
        db.Operazioni.Where(o => o.Stato == StatoOperazione.Avviata).Select(o => o.AffidamentoId).Contains(a.Id) && a.Stato == StatoAffidamento.CigAcquisito);

    /// <summary>Keeps every Affidamento that is open work.</summary>
    public static IQueryable<Affidamento> Aperti(this IQueryable<Affidamento> affidamenti, CigHubDbContext db) => affidamenti.Where(a =>
        InCammino.Contains(a.Stato)
            || (a.Stato == StatoAffidamento.CigAcquisito && db.Operazioni.Any(o => o.AffidamentoId == a.Id && o.Stato == StatoOperazione.Avviata)));
}
