using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Approvazione;

// Both are translated to SQL: the registro has ids in lower case, the database's own are in upper case.
#pragma warning disable CA1304, CA1311, CA1862

/// <summary>Who worked at a draft, as the registro tells: it cannot be talked out of it by another role.</summary>
internal static class ChiHaLavorato
{
    private static readonly string[] Lavoro =
        [Azioni.AffidamentoCreato, Azioni.AffidamentoCopiato, Azioni.SchedaImportata, Azioni.BozzaModificata, Azioni.AffidamentoPronto, Azioni.InviatoPerApprovazione];

    public static Task<bool> HaLavorato(this CigHubDbContext db, Guid affidamentoId, Guid personaId, CancellationToken ct)
    {
        var id = affidamentoId.ToString();
        return db.LavoriSulleBozze().AnyAsync(e => e.OggettoId == id && e.AttoreId == personaId, ct);
    }

    /// <summary>The events of those who worked at the drafts that the reader may see.</summary>
    private static IQueryable<RigaRegistro> LavoriSulleBozze(this CigHubDbContext db) => db.Registro.Where(
        e => e.OggettoTipo == Oggetti.Affidamento && e.Esito == "ok" && Lavoro.Contains(e.Azione));

    /// <summary>Among these Affidamenti those that wait for approval and that a person may approve, as <see cref="Affidamento.NonPuoApprovare"/> says it of one.</summary>
    public static IQueryable<Affidamento> ApprovabiliDa(this IQueryable<Affidamento> tra, CigHubDbContext db, Guid persona)
    {
        var suoi = db.LavoriSulleBozze().Where(e => e.AttoreId == persona);
        return tra.Where(a => a.Stato == StatoAffidamento.InApprovazione && a.RupId != persona && a.AutoreId != persona
            && !suoi.Any(e => e.OggettoId == a.Id.ToString().ToLower()));
    }

    /// <summary>Among these Affidamenti those that wait for approval and that none of these people may approve.</summary>
    /// <param name="responsabili">The Appartenenze of those who could.</param>
    public static IQueryable<Affidamento> SenzaApprovatore(this IQueryable<Affidamento> tra, CigHubDbContext db, IQueryable<Appartenenza> responsabili)
    {
        var lavori = db.LavoriSulleBozze();
        return tra.Where(a => a.Stato == StatoAffidamento.InApprovazione && !responsabili.Any(x =>
            x.PersonaId != a.RupId && x.PersonaId != a.AutoreId && (x.EnteId == null || x.EnteId == a.EnteId)
            && !lavori.Any(e => e.AttoreId == x.PersonaId && e.OggettoId == a.Id.ToString().ToLower())));
    }
}
