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
    internal static string NonEliminato(Error errore, string stato) => errore.Code == "affidamento.stato"
        ? $"è nello stato «{stato}»: si elimina solo ciò che non è mai stato inviato."
        : errore.Message;
}

/// <summary>
/// Says of each ticked Affidamento if it will be deleted, by the rule of the domain that the command will ask. Nothing is saved.
/// </summary>
public sealed class EliminazionePrevista(CigHubDbContext db, ConflictGuard conflitti, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.PreparaBozza;

    public async Task<AnteprimaSelezione?> Run(IReadOnlyCollection<Guid> selezionati, Actor actor, CancellationToken ct = default)
    {
        var affidamenti = await db.Affidamenti.AsNoTracking().Where(a => selezionati.Contains(a.Id))
            .OrderBy(a => a.Anno).ThenBy(a => a.Progressivo).ToListAsync(ct);
        var lotti = affidamenti.Select(a => a.LottoId).Distinct().ToList();
        var capienze = await db.Capienze.AsNoTracking().Where(c => lotti.Contains(c.LottoId)).ToDictionaryAsync(c => c.LottoId, ct);
        var voci = new List<EsitoPrevisto>();
        foreach (var a in affidamenti)
        {
            var stato = a.Stato.Nome();
            var esito = a.Elimina(capienze[a.LottoId], clock.GetUtcNow().UtcDateTime);
            var errore = await conflitti.Refusal(a.Id, actor, ct) ?? (esito.IsSuccess ? null : esito.Errors[0]);
            voci.Add(new EsitoPrevisto(a.Id, a.TitoloDocumento, errore is null ? null : AnteprimaSelezione.NonEliminato(errore, stato)));
        }

        return new AnteprimaSelezione(voci);
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
