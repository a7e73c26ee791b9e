using System.Security.Claims;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Security;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Account.ChiedereAccesso;

/// <summary>The form of a request for access (richiesta di accesso). It holds the texts exactly as the user typed them.</summary>
public sealed class RichiestaDiAccessoForm
{
    public string? Nome { get; set; }

    public string? Cognome { get; set; }

    public string? CodiceFiscale { get; set; }

    public string? Email { get; set; }

    public string? Telefono { get; set; }

    public string? Ente { get; set; }

    public string? CodiceFiscaleEnte { get; set; }

    public string? Ruolo { get; set; }

    public string? Nota { get; set; }

    /// <summary>
    /// Returns a form filled with the name, contacts and role that the sign-in token contains. The role is filled only when the token has
    /// exactly one.
    /// </summary>
    public static RichiestaDiAccessoForm Of(ClaimsPrincipal principal) => new()
    {
        Nome = principal.FindFirstValue("given_name"),
        Cognome = principal.FindFirstValue("family_name"),
        Email = principal.FindFirstValue("email"),
        Telefono = principal.FindFirstValue("phone_number"),
        Ruolo = UserSession.RuoliOf(principal) is [var unico] ? unico.ToString() : null,
    };

    /// <param name="nomeUtente">The user name from the token. The user cannot choose it.</param>
    /// <param name="offerti">The roles in the token. A role that is not among them is refused, because the user could not sign in with it.</param>
    public Result<DatiRichiestaDiAccesso> Read(string? nomeUtente, IReadOnlyCollection<Ruolo> offerti)
    {
        var reader = new FormReader();
        var persona = new PersonaForm
        {
            NomeUtente = nomeUtente,
            Nome = Nome,
            Cognome = Cognome,
            CodiceFiscale = CodiceFiscale,
            Email = Email,
            Telefono = Telefono
        }.Read();
        foreach (var errore in persona.Errors)
        {
            reader.Report(errore);
        }

        var ruolo = reader.Choice<Ruolo>(nameof(Ruolo), Ruolo, "Scegli il ruolo che ti serve.");
        if (ruolo != default && !offerti.Contains(ruolo))
        {
            reader.Report(new Error("richiesta-accesso.ruolo-non-tuo", "La tua utenza non ha questo ruolo: scegline uno dell'elenco.", nameof(Ruolo)));
        }

        var ente = reader.Optional(nameof(Ente), Ente, Domain.Persone.Ente.MaxTesto);
        var codiceFiscaleEnte = reader.OptionalCode<CodiceFiscale>(nameof(CodiceFiscaleEnte), CodiceFiscaleEnte);
        if (codiceFiscaleEnte is { DiPersonaFisica: true })
        {
            reader.Report(new Error(
                "codice-fiscale.di-persona",
                "Questo è il codice fiscale di una persona: quello di un Ente ha 11 cifre.",
                nameof(CodiceFiscaleEnte)));
        }

        if (ruolo != default && ruolo.Ambito() == AmbitoDelRuolo.UnEnte && ente.Length == 0 && string.IsNullOrWhiteSpace(CodiceFiscaleEnte))
        {
            reader.Report(new Error("modulo.mancante", "Scrivi per quale Ente lavori: la denominazione, il codice fiscale, o entrambi.", nameof(Ente)));
        }

        var nota = reader.Optional(nameof(Nota), Nota, RichiestaDiAccesso.MaxNota);
        return reader.Outcome(() => new DatiRichiestaDiAccesso(persona.Value, ente, codiceFiscaleEnte, ruolo, nota));
    }
}
