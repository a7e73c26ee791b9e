using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;

namespace CigHub.Web.Features.Persone.RichiesteDiAccesso;

/// <summary>The form that approves a request for access: the person's data, as the office has checked them, and the role to give.</summary>
public sealed class ApprovazioneDiAccessoForm
{
    public PersonaForm Persona { get; init; } = new();

    public RuoloForm Ruolo { get; init; } = new();

    /// <summary>
    /// The tick by which the Amministratore says that the request comes from the existing person with this codice fiscale. It is
    /// <see cref="InputField.Yes"/> when ticked.
    /// </summary>
    public string? EQuella { get; set; }

    public bool Esistente => EQuella == InputField.Yes;

    /// <param name="details">The request as it was sent. The office corrects its data in this form.</param>
    public static ApprovazioneDiAccessoForm Of(RichiestaDiAccessoDetails details)
    {
        var r = details.Richiesta;
        return new ApprovazioneDiAccessoForm
        {
            Persona = new PersonaForm
            {
                NomeUtente = r.NomeUtente,
                Nome = r.Nome,
                Cognome = r.Cognome,
                CodiceFiscale = r.CodiceFiscale.Valore,
                Email = r.Email,
                Telefono = r.Telefono
            },
            Ruolo = new RuoloForm { Ruolo = r.Ruolo.ToString(), Ente = details.Proposto?.ToString(), Dal = RomeTime.Text(details.Oggi) },
        };
    }

    /// <param name="nomeUtente">The request's user name. It comes from the token, so nobody corrects it.</param>
    public Result<(DatiPersona Persona, Ruolo Ruolo, Guid? Ente, DateOnly Dal, Nomina Nomina, string? Motivo)> Read(string nomeUtente)
    {
        Persona.NomeUtente = nomeUtente;
        var persona = Persona.Read();
        var ruolo = Ruolo.Read();
        return persona.IsSuccess && ruolo.IsSuccess
            ? (persona.Value, ruolo.Value.Ruolo, ruolo.Value.Ente, ruolo.Value.Dal, ruolo.Value.Nomina, ruolo.Value.Motivo)
            : Result<(DatiPersona, Ruolo, Guid?, DateOnly, Nomina, string?)>.Refused([.. persona.Errors, .. ruolo.Errors]);
    }
}
