using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>
/// Reads and stores a person's declarations on conflicts of interest, for the commands by which a person goes on with an Affidamento or
/// passes it to somebody else.
/// </summary>
public sealed class Dichiarazioni(CigHubDbContext db, ConflictGuard guard, TimeProvider clock)
{
    private static readonly Func<CigHubDbContext, Guid, Guid, IAsyncEnumerable<DichiarazioneConflitto>> _sue = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid persona, Guid convenzione) => db.DichiarazioniConflitto.AsNoTracking()
            .Where(d => d.PersonaId == persona && d.ConvenzioneId == convenzione));

    /// <summary>
    /// Judges the declaration that a person has read and ticked, and adds a declaration for each supplier for which the person has no valid
    /// one yet. When it refuses, it adds nothing.
    /// </summary>
    /// <param name="accettata">The version of the text that the person ticked. Null when the person ticked none.</param>
    /// <returns>
    /// The data for the event, by supplier: the text that was ticked now, or the confirmation that an earlier declaration is still valid.
    /// </returns>
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
        return new JsonArray([.. fornitori.Select(f => (JsonNode)ForEvent(
            f, nuove.Contains(f) ? DichiarazioneConflitto.Testo(f, convenzione.Titolo) : null))]);
    }

    /// <summary>Returns a declaration as data for an event. A text is there only when the person has read it now.</summary>
    internal static JsonObject ForEvent(FornitoreDichiarato fornitore, string? testo)
    {
        var dati = new JsonObject
        {
            ["fornitore"] = fornitore.CodiceFiscale,
            ["versione"] = DichiarazioneConflitto.VersioneTesto,
            ["confermata"] = testo is null,
        };
        if (testo is not null)
        {
            dati["testo"] = testo;
        }

        return dati;
    }

    /// <summary>
    /// Returns the error that stops an Affidamento from passing to a person: the person declared a conflict with one of its suppliers.
    /// Returns null when there is no such conflict.
    /// </summary>
    public async Task<Error?> Impedisce(Affidamento affidamento, Guid personaId, CancellationToken ct) =>
        await guard.InForce(affidamento.Id, personaId, ct) is null ? null : SeparazioneCompiti.SenzaConflitto.Errore();

    /// <summary>
    /// Returns the error that stops the actor from choosing the new RUP: the present RUP is in conflict, so a Responsabile chooses. Once a
    /// Responsabile has chosen, the actor may pass the Affidamento to that person only, unless the actor may decide too. Returns null when
    /// nothing stops the actor.
    /// </summary>
    public async Task<Error?> NonScegli(Affidamento affidamento, Actor actor, Guid nuovoRupId, CancellationToken ct) =>
        await guard.InForce(affidamento.Id, affidamento.RupId, ct) is not { } conflitto
        || (!conflitto.DaDecidere && (conflitto.PassatoA == nuovoRupId || actor.Ruolo.Allows(Permission.DecidiConflitti)))
            ? null
            : SeparazioneCompiti.DecideIlResponsabile.Errore();

    /// <summary>
    /// Returns the error that stops a new Affidamento: its author or its RUP is in conflict with one of its suppliers. Returns null when
    /// neither is.
    /// </summary>
    public async Task<Error?> NonNasce(Affidamento nuovo, Guid convenzioneId, CancellationToken ct)
    {
        foreach (var persona in new[] { nuovo.AutoreId, nuovo.RupId }.Distinct())
        {
            var conflitti = (await Sue(persona, convenzioneId, ct)).Where(d => DichiarazioneConflitto.InConflitto(nuovo.Fornitori, [d])).ToList();
            if (conflitti.Count > 0)
            {
                var (ente, decisori) = await guard.DecidersOf(conflitti[0], ct);
                return persona == nuovo.AutoreId
                    ? conflitti[0].Rifiuto(ente, decisori)
                    : SeparazioneCompiti.SenzaConflitto.Errore(nameof(nuovo.RupId));
            }
        }

        return null;
    }

    /// <summary>
    /// Returns the error that stops a person from becoming the Affidamento's RUP: the person is not a RUP of its Ente today, or is in
    /// conflict with a supplier. Returns null when nothing stops the person.
    /// </summary>
    public async Task<Error?> RupPossibile(Affidamento affidamento, Guid personaId, CancellationToken ct) =>
        await db.RupDellEnte(affidamento.EnteId, clock.Today()).AnyAsync(p => p.Id == personaId, ct)
            ? (await Impedisce(affidamento, personaId, ct)) is { } no ? no with { Field = "NuovoRupId" } : null
            : new Error("affidamento.rup-mancante", "Scegli un RUP dell'Ente dell'affidamento.", "NuovoRupId");

    /// <summary>
    /// Reads every declaration of a person about a Convenzione, made for whatever Ente, because a conflict belongs to the person and not to
    /// the Ente.
    /// </summary>
    internal async Task<List<DichiarazioneConflitto>> Sue(Guid personaId, Guid convenzioneId, CancellationToken ct) =>
        await _sue(db, personaId, convenzioneId).ToListAsync(ct);
}
