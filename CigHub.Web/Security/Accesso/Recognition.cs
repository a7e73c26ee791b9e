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

/// <summary>The outcome of a sign-in: the person found, and the reason when the sign-in is refused. Equality: by both members.</summary>
/// <param name="Refusal">The reason of the refusal; null when the sign-in succeeds.</param>
public sealed record Recognized(Guid? PersonaId, MotivoRifiuto? Refusal);

/// <summary>
/// Finds the person who signs in, by the issuer and subject of the token. At the first sign-in it uses the user name that the office
/// recorded instead. Each sign-in, refusal and sign-out is an event.
/// </summary>
public sealed class Recognition(DoorWriter portineria, TimeProvider clock)
{
    private const string NoRuolo = "nessun ruolo";

    public Task<Recognized> Recognize(TokenData token, CancellationToken ct) => portineria.Write(db => Recognize(token, db, ct), ct);

    /// <summary>Records that a user signs out, in the role in which the user acted.</summary>
    public Task Leaves(CurrentUser user, CancellationToken ct) => portineria.Write(
        _ => Task.FromResult(new DoorAnswer<bool>(true, Act(user.Actor, Azioni.AccessoUscita))), ct);

    /// <summary>
    /// Returns the event that records that an identity at the provider was linked to a person. It holds only a hash, because issuer and
    /// subject are personal data.
    /// </summary>
    internal static EventToWrite Linked(Guid personaId, string identita) =>
        new(Azioni.IdentitaCollegata, Oggetti.Persona, personaId, null, new JsonObject { ["identita"] = Fingerprint(identita) });

    internal static string Fingerprint(string identita) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identita)));

    private async Task<DoorAnswer<Recognized>> Recognize(TokenData token, CigHubDbContext db, CancellationToken ct)
    {
        // A person who already signs in with another identity is not found by user name, so that this identity is not bound to that person.
        var persona = await db.Persone.SingleOrDefaultAsync(p => p.Identita == token.Identita, ct)
            ?? await db.Persone.SingleOrDefaultAsync(p => p.NomeUtente == token.NomeUtente && p.Identita == null, ct);
        if (persona is not { Attiva: true })
        {
            return Refused(token, persona?.Id, persona is null ? MotivoRifiuto.Sconosciuta : MotivoRifiuto.Disattivata);
        }

        List<DoorAct> atti = [];
        if (persona.Identita is null)
        {
            persona.CollegaIdentita(token.Identita);
            atti.Add(new DoorAct(Attore.Sistema, Events.Of(Linked(persona.Id, token.Identita))));
        }

        var user = await UserSession.Of(persona.Id, token.Ruoli, null, db, clock.Today(), ct);
        if (user is not null)
        {
            atti.Add(Act(user.Actor, Azioni.AccessoEntrata));
            return new(new Recognized(persona.Id, null), atti);
        }

        var rifiutata = Refused(token, persona.Id, token.Ruoli.Count == 0 ? MotivoRifiuto.SenzaRuolo : MotivoRifiuto.SenzaAppartenenza);
        return rifiutata with { Acts = [.. atti, .. rifiutata.Acts] };
    }

    private static DoorAct Act(Actor chi, string azione) =>
        new(
            new Attore(chi.PersonaId, NomiRegistrati.Valore(chi.Ruolo), chi.EnteId),
            Events.Of(new EventToWrite(azione, Oggetti.Persona, chi.PersonaId, chi.EnteId)));

    private static DoorAnswer<Recognized> Refused(TokenData token, Guid? personaId, MotivoRifiuto motivo)
    {
        var dati = new JsonObject { ["identita"] = Fingerprint(token.Identita), ["motivo"] = NomiRegistrati.Valore(motivo) };
        var evento = new EventToWrite(Azioni.AccessoRifiutato, Oggetti.Persona, personaId ?? Guid.Empty, null, dati);
        var attore = personaId is null ? Attore.Sistema : new Attore(personaId, NoRuolo, null);
        return new(new Recognized(personaId, motivo), new DoorAct(attore, Events.Of(evento), EsitoEvento.Negato));
    }
}
