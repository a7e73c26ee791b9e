using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Web.Data;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>
/// Defines which Affidamenti are open work, to be handed over when their RUP leaves: all those on the way to a CIG, and those with a CIG
/// that have an operation open on the portal.
/// </summary>
internal static class LavoroAperto
{
    /// <summary>
    /// The states in which an Affidamento is open work in any case: those on the way to a CIG, and those with a modification or an
    /// annulment asked for on the portal.
    /// </summary>
    public static readonly StatoAffidamento[] InCammino =
    [
        StatoAffidamento.InLavorazione, StatoAffidamento.InApprovazione, StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.CigInRichiesta,
        StatoAffidamento.EsitoDaVerificare, StatoAffidamento.ModificaInRichiesta, StatoAffidamento.AnnullamentoInRichiesta,
    ];

    /// <summary>Keeps the Affidamenti whose state is in <see cref="InCammino"/>. An index on the state finds them.</summary>
    public static IQueryable<Affidamento> ConCigDaAvere(this IQueryable<Affidamento> affidamenti) => affidamenti.Where(a => InCammino.Contains(a.Stato));

    /// <summary>
    /// Keeps the Affidamenti with a CIG that have an operation open on the portal. The SQL starts from the open operations, which are few.
    /// </summary>
    public static IQueryable<Affidamento> ConOperazioneAperta(this IQueryable<Affidamento> affidamenti, CigHubDbContext db) =>
        affidamenti.Where(a => a.Stato == StatoAffidamento.CigAcquisito)
            .AmongFew(db.Operazioni.Where(o => o.Stato == StatoOperazione.Avviata).Select(o => o.AffidamentoId));
}
