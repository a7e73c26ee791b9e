using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>The declarations on conflicts of interest of a person, for the commands that need them.</summary>
public sealed class Dichiarazioni(CigHubDbContext db, TimeProvider clock)
{
    /// <summary>Judges, and keeps the new ones; a refusal keeps nothing.</summary>
    /// <param name="accettata">Version of the text that was accepted with the click.</param>
    /// <returns>For the event: each supplier with the text that was accepted, and whether that was for the first time or a confirmation.</returns>
    public async Task<Result<JsonArray>> Accetta(Affidamento affidamento, Convenzione convenzione, Guid personaId, string? accettata, CancellationToken ct)
    {
        var (oggi, utc) = (clock.Oggi(), clock.GetUtcNow().UtcDateTime);
        var fornitori = affidamento.Fornitori;
        var giudizio = DichiarazioneConflitto.Giudica(fornitori, await Sue(personaId, convenzione.Id, ct), accettata, oggi);
        if (!giudizio.TryGet(out var nuove))
        {
            return Result<JsonArray>.Refused(giudizio.Errors);
        }

        var validaAl = convenzione.DichiarazioneValidaAl(oggi);
        db.DichiarazioniConflitto.AddRange(nuove.Select(f =>
            DichiarazioneConflitto.NessunConflitto(personaId, convenzione.Id, f, affidamento.Id, validaAl, utc)));
        return new JsonArray([.. fornitori.Select(f => (JsonNode)new JsonObject
        {
            ["fornitore"] = f.CodiceFiscale,
            ["testo"] = DichiarazioneConflitto.Testo(f, convenzione.Titolo),
            ["versione"] = DichiarazioneConflitto.VersioneTesto,
            ["confermata"] = !nuove.Contains(f),
        })]);
    }

    /// <summary>Why this person cannot take the Affidamento on: she declared a conflict with its supplier. Null: she can.</summary>
    public async Task<Error?> Impedisce(Affidamento affidamento, Guid personaId, CancellationToken ct)
    {
        var convenzione = await db.Lotti.Where(l => l.Id == affidamento.LottoId).Select(l => l.ConvenzioneId).SingleAsync(ct);
        return DichiarazioneConflitto.InConflitto(affidamento.Fornitori, await Sue(personaId, convenzione, ct))
            ? SeparazioneCompiti.SenzaConflitto.Errore()
            : null;
    }

    /// <summary>Why this person cannot become the Affidamento's RUP: not a RUP of its Ente, or in conflict. Null: she can.</summary>
    public async Task<Error?> RupPossibile(Affidamento affidamento, Guid personaId, CancellationToken ct) =>
        await db.RupDellEnte(affidamento.EnteId, clock.Oggi()).AnyAsync(p => p.Id == personaId, ct)
            ? await Impedisce(affidamento, personaId, ct)
            : new Error("affidamento.rup-mancante", "Scegli un RUP del tuo Ente.", "NuovoRupId");

    /// <summary>All that she declared in a Convenzione, at whichever Ente: a conflict is hers, not the Ente's.</summary>
    internal Task<List<DichiarazioneConflitto>> Sue(Guid personaId, Guid convenzioneId, CancellationToken ct) => db.DichiarazioniConflitto.AsNoTracking()
        .IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Where(d => d.PersonaId == personaId && d.ConvenzioneId == convenzioneId).ToListAsync(ct);
}
