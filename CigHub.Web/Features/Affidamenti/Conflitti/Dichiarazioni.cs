using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>
/// Reads and stores a person's declarations on conflicts of interest, for the commands by which a person goes on with an Affidamento.
/// </summary>
public sealed class Dichiarazioni(CigHubDbContext db, TimeProvider clock)
{
    /// <summary>
    /// Judges the declaration that a person accepted with a click, and adds a declaration for each supplier for which the person has no
    /// valid one yet. When it refuses, it adds nothing.
    /// </summary>
    /// <param name="accettata">The version of the text that the person accepted with the click. Null when the person accepted none.</param>
    /// <returns>The data for the event: each supplier with the text that was accepted, and whether the person accepted it for the first
    /// time or confirmed it.</returns>
    public async Task<Result<JsonArray>> Accetta(Affidamento affidamento, Convenzione convenzione, Guid personaId, string? accettata, CancellationToken ct)
    {
        var (oggi, utc) = (clock.Today(), clock.GetUtcNow().UtcDateTime);
        var fornitori = affidamento.Fornitori;
        var giudizio = DichiarazioneConflitto.Giudica(fornitori, await Sue(personaId, convenzione.Id, ct), accettata, oggi);
        if (!giudizio.TryGet(out var nuove))
        {
            return Result<JsonArray>.Refused(giudizio.Errors);
        }

        var validaAl = convenzione.DichiarazioneValidaAl(oggi);
        db.DichiarazioniConflitto.AddRange(nuove.Select(f =>
            DichiarazioneConflitto.NessunConflitto(db.Ids.Next(), personaId, convenzione.Id, f, affidamento.Id, validaAl, utc)));
        return new JsonArray([.. fornitori.Select(f => (JsonNode)new JsonObject
        {
            ["fornitore"] = f.CodiceFiscale,
            ["testo"] = DichiarazioneConflitto.Testo(f, convenzione.Titolo),
            ["versione"] = DichiarazioneConflitto.VersioneTesto,
            ["confermata"] = !nuove.Contains(f),
        })]);
    }

    /// <summary>
    /// Returns the error that stops a person from working on the Affidamento: the person declared a conflict with one of its suppliers.
    /// Returns null when there is no such conflict.
    /// </summary>
    public async Task<Error?> Impedisce(Affidamento affidamento, Guid personaId, CancellationToken ct)
    {
        var convenzione = await db.Lotti.Where(l => l.Id == affidamento.LottoId).Select(l => l.ConvenzioneId).SingleAsync(ct);
        return DichiarazioneConflitto.InConflitto(affidamento.Fornitori, await Sue(personaId, convenzione, ct))
            ? SeparazioneCompiti.SenzaConflitto.Errore()
            : null;
    }

    /// <summary>
    /// Returns the error that stops a person from becoming the Affidamento's RUP: the person is not a RUP of its Ente today, or is in
    /// conflict with a supplier. Returns null when nothing stops the person.
    /// </summary>
    public async Task<Error?> RupPossibile(Affidamento affidamento, Guid personaId, CancellationToken ct) =>
        await db.RupDellEnte(affidamento.EnteId, clock.Today()).AnyAsync(p => p.Id == personaId, ct)
            ? await Impedisce(affidamento, personaId, ct)
            : new Error("affidamento.rup-mancante", "Scegli un RUP del tuo Ente.", "NuovoRupId");

    /// <summary>
    /// Reads every declaration of a person about a Convenzione, made for whatever Ente, because a conflict belongs to the person and not to
    /// the Ente.
    /// </summary>
    internal Task<List<DichiarazioneConflitto>> Sue(Guid personaId, Guid convenzioneId, CancellationToken ct) => db.DichiarazioniConflitto.AsNoTracking()
        .IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Where(d => d.PersonaId == personaId && d.ConvenzioneId == convenzioneId).ToListAsync(ct);
}
