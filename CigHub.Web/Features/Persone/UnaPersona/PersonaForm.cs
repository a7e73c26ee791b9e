using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Components.Forms;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Persone.UnaPersona;

/// <summary>Form of a person, with the text as the user typed it.</summary>
public sealed class PersonaForm : IForm
{
    public string? NomeUtente { get; set; }

    public string? Nome { get; set; }

    public string? Cognome { get; set; }

    public string? CodiceFiscale { get; set; }

    public string? Email { get; set; }

    public string? Telefono { get; set; }

    public static PersonaForm Di(Persona persona) => new()
    {
        NomeUtente = persona.NomeUtente,
        Nome = persona.Nome,
        Cognome = persona.Cognome,
        CodiceFiscale = persona.CodiceFiscale?.Valore,
        Email = persona.Email,
        Telefono = persona.Telefono,
    };

    public IReadOnlyList<FormValue> Voci() =>
    [
        new(nameof(NomeUtente), "Nome utente", Testo(NomeUtente)),
        new(nameof(Nome), "Nome", Testo(Nome)),
        new(nameof(Cognome), "Cognome", Testo(Cognome)),
        new(nameof(CodiceFiscale), "Codice fiscale", Testo(CodiceFiscale)),
        new(nameof(Email), "E-mail", Testo(Email)),
        new(nameof(Telefono), "Telefono", Testo(Telefono)),
    ];

    public Result<DatiPersona> Leggi()
    {
        var l = new FormReader();
        var nomeUtente = l.Testo(
            nameof(NomeUtente), NomeUtente, Persona.MaxTesto, "Scrivi il nome con cui la persona accede, per esempio nome.cognome@ente.it.");
        if (nomeUtente.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            l.Segnala(new Error(
                "nome-utente.spazi",
                "Un nome utente non contiene spazi: scrivilo come nell'accesso, per esempio nome.cognome@ente.it.",
                nameof(NomeUtente)));
        }

        var nome = l.Testo(nameof(Nome), Nome, Persona.MaxTesto, "Scrivi il nome.");
        var cognome = l.Testo(nameof(Cognome), Cognome, Persona.MaxTesto, "Scrivi il cognome.");
        var codiceFiscale = l.Codice<CodiceFiscale>(nameof(CodiceFiscale), CodiceFiscale);
        if (codiceFiscale is { DiPersonaFisica: false })
        {
            l.Segnala(new Error(
                "codice-fiscale.non-di-persona",
                "Questo è il codice fiscale di un ente: quello di una persona ha 16 caratteri.",
                nameof(CodiceFiscale)));
        }

        var email = l.Indirizzo(nameof(Email), Email, Persona.MaxTesto);
        var telefono = PhoneReader.Leggi(l, nameof(Telefono), Telefono, Persona.MaxTesto);
        return l.Esito(() => new DatiPersona(nomeUtente, nome, cognome, codiceFiscale!, email, telefono));
    }

    private static string Testo(string? testo) => (testo ?? "").Trim();
}
