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

/// <summary>Who it is, as far as CigHub knows, and whether she comes in.</summary>
/// <param name="Rifiuto">Null: she comes in.</param>
public sealed record Riconosciuta(Guid? PersonaId, MotivoRifiuto? Rifiuto);

/// <summary>
/// From an identity to a person. By issuer and subject once she has signed in; the first time, and only then, by the user name that the office
/// wrote down. Coming in, being refused and going out are events.
/// </summary>
public sealed class Riconoscimento(Portineria portineria, TimeProvider clock)
{
    private const string NessunRuolo = "nessun ruolo";

    public Task<Riconosciuta> Riconosci(DatiDelToken token, CancellationToken ct) => portineria.Scrivi(db => Riconosci(token, db, ct), ct);

    /// <summary>She went out, in the role in which she was acting.</summary>
    public Task Esce(Utente utente, CancellationToken ct) => portineria.Scrivi(
        _ => Task.FromResult(new RispostaAllaPorta<bool>(true, Atto(utente.Attore, Azioni.AccessoUscita))), ct);

    /// <summary>The event that an identity is from now on this person, by its digest: the address and the subject themselves are hers.</summary>
    internal static EventoDaScrivere Collegata(Guid personaId, string identita) =>
        new(Azioni.IdentitaCollegata, Oggetti.Persona, personaId, null, new JsonObject { ["identita"] = Impronta(identita) });

    internal static string Impronta(string identita) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identita)));

    private async Task<RispostaAllaPorta<Riconosciuta>> Riconosci(DatiDelToken token, CigHubDbContext db, CancellationToken ct)
    {
        // A user name whose person has an identity already is not hers who comes with another.
        var persona = await db.Persone.SingleOrDefaultAsync(p => p.Identita == token.Identita, ct)
            ?? await db.Persone.SingleOrDefaultAsync(p => p.NomeUtente == token.NomeUtente && p.Identita == null, ct);
        if (persona is not { Attiva: true })
        {
            return Rifiutata(token, persona?.Id, persona is null ? MotivoRifiuto.Sconosciuta : MotivoRifiuto.Disattivata);
        }

        List<AttoAllaPorta> atti = [];
        if (persona.Identita is null)
        {
            persona.CollegaIdentita(token.Identita);
            atti.Add(new AttoAllaPorta(Attore.Sistema, Eventi.Di(Collegata(persona.Id, token.Identita))));
        }

        var utente = await SessioneUtente.Di(persona.Id, token.Ruoli, null, db, clock.Oggi(), ct);
        if (utente is not null)
        {
            atti.Add(Atto(utente.Attore, Azioni.AccessoEntrata));
            return new(new Riconosciuta(persona.Id, null), atti);
        }

        var rifiutata = Rifiutata(token, persona.Id, token.Ruoli.Count == 0 ? MotivoRifiuto.SenzaRuolo : MotivoRifiuto.SenzaAppartenenza);
        return rifiutata with { Atti = [.. atti, .. rifiutata.Atti] };
    }

    private static AttoAllaPorta Atto(Actor chi, string azione) =>
        new(new Attore(chi.PersonaId, NomiRegistrati.Valore(chi.Ruolo), chi.EnteId), Eventi.Di(new EventoDaScrivere(azione, Oggetti.Persona, chi.PersonaId, chi.EnteId)));

    private static RispostaAllaPorta<Riconosciuta> Rifiutata(DatiDelToken token, Guid? personaId, MotivoRifiuto motivo)
    {
        var dati = new JsonObject { ["identita"] = Impronta(token.Identita), ["motivo"] = NomiRegistrati.Valore(motivo) };
        var evento = new EventoDaScrivere(Azioni.AccessoRifiutato, Oggetti.Persona, personaId ?? Guid.Empty, null, dati);
        var attore = personaId is null ? Attore.Sistema : new Attore(personaId, NessunRuolo, null);
        return new(new Riconosciuta(personaId, motivo), new AttoAllaPorta(attore, Eventi.Di(evento), EsitoEvento.Negato));
    }
}
