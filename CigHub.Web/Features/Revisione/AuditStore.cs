using System.Globalization;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Domain.Revisione;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Revisione;

/// <summary>Loads audits for the commands, and says who may own an action.</summary>
internal static class AuditStore
{
    /// <summary>The largest number of owners that a form offers.</summary>
    private const int MaxResponsabili = 200;

    /// <summary>Returns an audit that the actor may see, with its working papers and findings, or null.</summary>
    public static Task<Audit?> Find(this CigHubDbContext db, Guid id, CancellationToken ct) =>
        db.Audit.Include(a => a.Carte).Include(a => a.Constatazioni).SingleOrDefaultAsync(a => a.Id == id, ct);

    /// <summary>Returns the people who may own an action at an Ente on a day: its RUP and its Responsabili, and those of all Enti.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Nome)>> Responsabili(this CigHubDbContext db, Guid? enteId, DateOnly oggi, CancellationToken ct)
    {
        var posti = db.RuoliValidi(oggi).Where(a => (a.Ruolo == Ruolo.Rup || a.Ruolo == Ruolo.Responsabile) && (a.EnteId == null || a.EnteId == enteId));
        var persone = await db.Persone.AsNoTracking().Where(p => p.Attiva && posti.Any(a => a.PersonaId == p.Id))
            .OrderBy(p => p.Cognome).ThenBy(p => p.Nome).Take(MaxResponsabili).ToListAsync(ct);
        return [.. persone.Select(p => (p.Id, p.NomeCompleto))];
    }

    /// <summary>Returns the event of an act on one working paper of an audit, or its refusal. The event names the audit and the paper.</summary>
    /// <param name="posizione">The number of the working paper.</param>
    public static Result<Events> Event(Result esito, string azione, Audit audit, Guid enteId, int posizione) => esito.IsSuccess
        ? Events.Of(new EventToWrite(
            azione, Oggetti.Audit, audit.Id, enteId,
            new JsonObject { ["oggetto"] = string.Create(CultureInfo.InvariantCulture, $"{audit.Titolo}, carta {posizione}") }))
        : Result<Events>.Refused(esito.Errors);
}
