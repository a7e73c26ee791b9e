using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Approvazione;

// The queries are translated to SQL. The registro has ids in lower case, the database's own ids are in upper case.
#pragma warning disable CA1304, CA1311, CA1862

/// <summary>
/// Finds the people who worked on a draft, from the events of the registro. It compares the person and not the role, so that nobody can
/// approve own work by choosing another role.
/// </summary>
internal static class ChiHaLavorato
{
    private static readonly string[] Lavoro =
    [
        Azioni.AffidamentoCreato, Azioni.AffidamentoCopiato, Azioni.SchedaImportata, Azioni.BozzaModificata, Azioni.AffidamentoPronto,
        Azioni.InviatoPerApprovazione,
    ];

    public static Task<bool> HaLavorato(this CigHubDbContext db, Guid affidamentoId, Guid personaId, CancellationToken ct)
    {
        var id = affidamentoId.ToString();
        return db.LavoriSulleBozze().AnyAsync(e => e.OggettoId == id && e.AttoreId == personaId, ct);
    }

    /// <summary>Returns the events of work on drafts, of the Enti that the reader may see.</summary>
    private static IQueryable<RigaRegistro> LavoriSulleBozze(this CigHubDbContext db) => db.Registro.Where(
        e => e.OggettoTipo == Oggetti.Affidamento && e.Esito == "ok" && Lavoro.Contains(e.Azione));

    /// <summary>
    /// Keeps the Affidamenti that wait for approval and that the person may approve. It is the rule of
    /// <see cref="Affidamento.NonPuoApprovare"/>, which judges one Affidamento, as a condition in SQL. A person in conflict of interest may
    /// not approve either.
    /// </summary>
    public static IQueryable<Affidamento> ApprovabiliDa(this IQueryable<Affidamento> tra, CigHubDbContext db, Guid persona)
    {
        var suoi = db.LavoriSulleBozze().Where(e => e.AttoreId == persona);
        var conflitti = db.PersoneInConflitto().Where(c => c.PersonaId == persona);
        return tra.Where(a => a.Stato == StatoAffidamento.InApprovazione && a.RupId != persona && a.AutoreId != persona
            && !conflitti.Any(c => c.AffidamentoId == a.Id) && !suoi.Any(e => e.OggettoId == a.Id.ToString().ToLower()));
    }

    /// <summary>
    /// Keeps the Affidamenti that wait for approval and that none of the given people may approve, by the same rule as
    /// <see cref="ApprovabiliDa"/>.
    /// </summary>
    /// <param name="responsabili">The Appartenenze of the people who could approve.</param>
    public static IQueryable<Affidamento> SenzaApprovatore(this IQueryable<Affidamento> tra, CigHubDbContext db, IQueryable<Appartenenza> responsabili)
    {
        var (lavori, conflitti) = (db.LavoriSulleBozze(), db.PersoneInConflitto());
        return tra.Where(a => a.Stato == StatoAffidamento.InApprovazione && !responsabili.Any(x =>
            x.PersonaId != a.RupId && x.PersonaId != a.AutoreId && (x.EnteId == null || x.EnteId == a.EnteId)
            && !conflitti.Any(c => c.AffidamentoId == a.Id && c.PersonaId == x.PersonaId)
            && !lavori.Any(e => e.AttoreId == x.PersonaId && e.OggettoId == a.Id.ToString().ToLower())));
    }
}
