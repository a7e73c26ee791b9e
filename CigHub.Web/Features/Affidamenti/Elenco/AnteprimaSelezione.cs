using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The outcome that a command on the ticked rows will have for one of them.</summary>
/// <param name="Motivo">The reason why the command leaves the Affidamento as it is. Null when it will be done.</param>
public sealed record EsitoPrevisto(Guid Id, string Titolo, string? Motivo);

/// <summary>The outcome that a command on the ticked rows will have for each of them, in the order of the numbers.</summary>
public sealed record AnteprimaSelezione(IReadOnlyList<EsitoPrevisto> Voci)
{
    public int Fatti => Voci.Count(v => v.Motivo is null);

    /// <summary>Says in Italian why an Affidamento is not deleted, in a list that names it already.</summary>
    internal static string NonEliminato(Error errore, string stato) => errore.Code == "affidamento.stato" ? StatoNonAmmesso(stato) : errore.Message;

    internal static string StatoNonAmmesso(string stato) => $"è nello stato «{stato}»: si elimina solo ciò che non è mai stato inviato.";
}

/// <summary>
/// Says of each ticked Affidamento if its state lets it be deleted. Nothing is saved. A conflict of interest is found by the command alone,
/// which names what it left out.
/// </summary>
public sealed class EliminazionePrevista(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.PreparaBozza;

    public async Task<AnteprimaSelezione?> Run(IReadOnlyCollection<Guid> selezionati, CancellationToken ct = default)
    {
        var righe = await db.Affidamenti.AsNoTracking().Where(a => selezionati.Contains(a.Id))
            .Select(a => new { a.Id, a.Anno, a.Progressivo, a.TitoloDocumento, a.Stato, a.InviatoAlPortale }).ToListAsync(ct);
        return new AnteprimaSelezione([.. righe.OrderBy(r => r.Anno).ThenBy(r => r.Progressivo).Select(r => new EsitoPrevisto(
            r.Id,
            r.TitoloDocumento,
            !Transizioni.Ammessa(r.Stato, AzioneAffidamento.Elimina) ? AnteprimaSelezione.StatoNonAmmesso(r.Stato.Nome())
                : r.InviatoAlPortale ? "è già stato sul portale: resta in elenco come traccia di ciò che è avvenuto."
                : null))]);
    }
}

/// <summary>Says of each ticked Affidamento if it will join the actor's serie di richieste, and if not, why.</summary>
public sealed class SeriePrevista(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.RichiediCig;

    public async Task<AnteprimaSelezione?> Run(IReadOnlyCollection<Guid> selezionati, Actor actor, CancellationToken ct = default)
    {
        var righe = await (
            from a in db.Affidamenti.AsNoTracking()
            join p in db.Persone on a.RupId equals p.Id
            where selezionati.Contains(a.Id)
            orderby a.Anno, a.Progressivo
            select new { a.Id, a.TitoloDocumento, a.Stato, a.RupId, Rup = p.NomeCompleto }).ToListAsync(ct);
        return new AnteprimaSelezione([.. righe.Select(r => new EsitoPrevisto(
            r.Id,
            r.TitoloDocumento,
            r.Stato != StatoAffidamento.ProntoPerIlPortale ? $"è nello stato «{r.Stato.Nome()}»: si mette in fila solo ciò che è pronto per il portale."
                : r.RupId != actor.PersonaId ? $"il RUP è {r.Rup}: il CIG lo richiede il RUP."
                : null))]);
    }
}
