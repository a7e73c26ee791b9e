using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>An active person who today is Auditor and holds another role at the same Ente.</summary>
/// <param name="Ruoli">The roles in words: «Responsabile (Comune di Tivoli), Auditor (Comune di Tivoli)».</param>
/// <param name="Motivi">The act and reason of each role that has them. Empty for roles recorded before CigHub asked for them.</param>
public sealed record DoppioRuolo(Guid PersonaId, string Nome, string Ruoli, IReadOnlyList<string> Motivi);

/// <summary>
/// Reads the people who are Auditor and also hold another role, at the actor's Ente or, for an actor of all Enti, anywhere. Every user may
/// see them.
/// </summary>
public sealed class AuditorConAltriRuoli(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.VediPortale;

    public async Task<IReadOnlyList<DoppioRuolo>> Run(Actor actor, CancellationToken ct = default)
    {
        var oggi = clock.Today();
        var validi = db.RuoliValidi(oggi).AsNoTracking()
            .Where(a => actor.EnteId == null || a.EnteId == null || a.EnteId == actor.EnteId);

        // Auditors are few. All their roles are read, and the domain says which of them must not be held together.
        var righe = await (
            from a in validi
            join p in db.Persone on a.PersonaId equals p.Id
            where p.Attiva && validi.Any(x => x.PersonaId == p.Id && x.Ruolo == Ruolo.Auditor)
            orderby p.Cognome, p.Nome, a.Ruolo
            select new
            {
                p.Id,
                Nome = p.NomeCompleto,
                Appartenenza = a,
                Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).FirstOrDefault(),
            }).ToListAsync(ct);
        return
        [
            .. from persona in righe.GroupBy(r => (r.Id, r.Nome))
               let uniti = persona.Where(r => persona.Any(x => r.Appartenenza.UnisceAuditor(x.Appartenenza))).ToList()
               where uniti.Count > 0
               select new DoppioRuolo(
                   persona.Key.Id,
                   persona.Key.Nome,
                   string.Join(", ", uniti.Select(r => $"{r.Appartenenza.Ruolo.Name()} ({r.Appartenenza.Ruolo.Where(r.Ente)})")),
                   [.. uniti.Where(r => r.Appartenenza.Motivo is not null).Select(r => $"{r.Appartenenza.Atto?.InParole()}: «{r.Appartenenza.Motivo}»")]),
        ];
    }
}
