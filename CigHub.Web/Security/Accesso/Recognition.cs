using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Security.Accesso;

/// <summary>The outcome of recognizing an identity: the person, and whether the sign-in succeeds. Equality: by both members.</summary>
/// <param name="Rifiuto">The reason of the refusal; null when the sign-in succeeds.</param>
public sealed record Recognized(Guid? PersonaId, MotivoRifiuto? Rifiuto);

/// <summary>
/// Finds the person of an identity. It looks for issuer and subject. Only at the first sign-in it looks for the user name that the office
/// recorded. Each sign-in, refusal and sign-out is an event.
/// </summary>
public sealed class Recognition(DoorWriter portineria, TimeProvider clock)
{
    private const string NessunRuolo = "nessun ruolo";

    public Task<Recognized> Riconosci(TokenData token, CancellationToken ct) => portineria.Scrivi(db => Riconosci(token, db, ct), ct);

    /// <summary>Records that a user signs out, in the role in which the user acted.</summary>
    public Task Esce(CurrentUser utente, CancellationToken ct) => portineria.Scrivi(
        _ => Task.FromResult(new DoorAnswer<bool>(true, Atto(utente.Attore, Azioni.AccessoUscita))), ct);

    /// <summary>
    /// Returns the event that binds an identity to a person. The event holds a digest only, because issuer and subject are personal data.
    /// </summary>
    internal static EventToWrite Collegata(Guid personaId, string identita) =>
        new(Azioni.IdentitaCollegata, Oggetti.Persona, personaId, null, new JsonObject { ["identita"] = Impronta(identita) });

    internal static string Impronta(string identita) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identita)));

    private async Task<DoorAnswer<Recognized>> Riconosci(TokenData token, CigHubDbContext db, CancellationToken ct)
    {
        // A person who already signs in with another identity is not found by user name, so that this identity is not bound to that person.
        var persona = await db.Persone.SingleOrDefaultAsync(p => p.Identita == token.Identita, ct)
            ?? await db.Persone.SingleOrDefaultAsync(p => p.NomeUtente == token.NomeUtente && p.Identita == null, ct);
        if (persona is not { Attiva: true })
        {
            return Rifiutata(token, persona?.Id, persona is null ? MotivoRifiuto.Sconosciuta : MotivoRifiuto.Disattivata);
        }

        List<DoorAct> atti = [];
        if (persona.Identita is null)
        {
            persona.CollegaIdentita(token.Identita);
            atti.Add(new DoorAct(Attore.Sistema, Events.Di(Collegata(persona.Id, token.Identita))));
        }

        var utente = await UserSession.Di(persona.Id, token.Ruoli, null, db, clock.Oggi(), ct);
        if (utente is not null)
        {
            atti.Add(Atto(utente.Attore, Azioni.AccessoEntrata));
            return new(new Recognized(persona.Id, null), atti);
        }

        var rifiutata = Rifiutata(token, persona.Id, token.Ruoli.Count == 0 ? MotivoRifiuto.SenzaRuolo : MotivoRifiuto.SenzaAppartenenza);
        return rifiutata with { Atti = [.. atti, .. rifiutata.Atti] };
    }

    private static DoorAct Atto(Actor chi, string azione) =>
        new(
            new Attore(chi.PersonaId, NomiRegistrati.Valore(chi.Ruolo), chi.EnteId),
            Events.Di(new EventToWrite(azione, Oggetti.Persona, chi.PersonaId, chi.EnteId)));

    private static DoorAnswer<Recognized> Rifiutata(TokenData token, Guid? personaId, MotivoRifiuto motivo)
    {
        var dati = new JsonObject { ["identita"] = Impronta(token.Identita), ["motivo"] = NomiRegistrati.Valore(motivo) };
        var evento = new EventToWrite(Azioni.AccessoRifiutato, Oggetti.Persona, personaId ?? Guid.Empty, null, dati);
        var attore = personaId is null ? Attore.Sistema : new Attore(personaId, NessunRuolo, null);
        return new(new Recognized(personaId, motivo), new DoorAct(attore, Events.Di(evento), EsitoEvento.Negato));
    }
}
