using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Components.Forms;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Persone.UnaPersona;

/// <summary>The form of a person. It holds the texts as the user typed them.</summary>
public sealed class PersonaForm : IForm
{
    public string? NomeUtente { get; set; }

    public string? Nome { get; set; }

    public string? Cognome { get; set; }

    public string? CodiceFiscale { get; set; }

    public string? Email { get; set; }

    public string? Telefono { get; set; }

    public static PersonaForm Of(Persona persona) => new()
    {
        NomeUtente = persona.NomeUtente,
        Nome = persona.Nome,
        Cognome = persona.Cognome,
        CodiceFiscale = persona.CodiceFiscale?.Valore,
        Email = persona.Email,
        Telefono = persona.Telefono,
    };

    public IReadOnlyList<FormValue> Values() =>
    [
        new(nameof(NomeUtente), "Nome utente", Text(NomeUtente)),
        new(nameof(Nome), "Nome", Text(Nome)),
        new(nameof(Cognome), "Cognome", Text(Cognome)),
        new(nameof(CodiceFiscale), "Codice fiscale", Text(CodiceFiscale)),
        new(nameof(Email), "E-mail", Text(Email)),
        new(nameof(Telefono), "Telefono", Text(Telefono)),
    ];

    public Result<DatiPersona> Read()
    {
        var reader = new FormReader();
        var nomeUtente = reader.Text(
            nameof(NomeUtente), NomeUtente, Persona.MaxTesto, "Scrivi il nome con cui la persona accede, per esempio nome.cognome@ente.it.");
        if (nomeUtente.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            reader.Report(new Error(
                "nome-utente.spazi",
                "Un nome utente non contiene spazi: scrivilo come nell'accesso, per esempio nome.cognome@ente.it.",
                nameof(NomeUtente)));
        }

        var nome = reader.Text(nameof(Nome), Nome, Persona.MaxTesto, "Scrivi il nome.");
        var cognome = reader.Text(nameof(Cognome), Cognome, Persona.MaxTesto, "Scrivi il cognome.");
        var codiceFiscale = reader.Code<CodiceFiscale>(nameof(CodiceFiscale), CodiceFiscale);
        if (codiceFiscale is { DiPersonaFisica: false })
        {
            reader.Report(new Error(
                "codice-fiscale.non-di-persona",
                "Questo è il codice fiscale di un ente: quello di una persona ha 16 caratteri.",
                nameof(CodiceFiscale)));
        }

        var email = reader.Address(nameof(Email), Email, Persona.MaxTesto);
        var telefono = PhoneReader.Read(reader, nameof(Telefono), Telefono, Persona.MaxTesto);
        return reader.Outcome(() => new DatiPersona(nomeUtente, nome, cognome, codiceFiscale!, email, telefono));
    }

    private static string Text(string? testo) => (testo ?? "").Trim();
}
