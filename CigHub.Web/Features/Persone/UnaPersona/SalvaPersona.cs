using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.UnaPersona;

/// <summary>
/// Adds a person, or saves changed data of an existing one. It gives no rights: roles are given with <see cref="AssegnaRuolo"/>.
/// </summary>
/// <param name="Id">The Guid v7 made by the page, for a new person.</param>
/// <param name="Version">The version that the page showed. Null for a new person.</param>
public sealed record SalvaPersona(Guid Id, PersonaForm Form, int? Version) : ICommand, IVersioned<Persona>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    int IVersioned.Version => Version ?? 0;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<SalvaPersona>
    {
        public async Task<Result<Events>> Handle(SalvaPersona command, Actor actor, CancellationToken ct)
        {
            var letto = command.Form.Read();
            if (!letto.TryGet(out var dati))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            // Two entries for one human would split the roles and the past acts in two.
            if (await db.Persone.AnyAsync(p => p.CodiceFiscale == dati.CodiceFiscale && p.Id != command.Id, ct))
            {
                return new Error(
                    "persona.codice-fiscale-usato",
                    "C'è già una persona con questo codice fiscale: cercala nell'elenco, può avere più ruoli.",
                    nameof(PersonaForm.CodiceFiscale));
            }

            var persona = await db.Persone.SingleOrDefaultAsync(p => p.Id == command.Id, ct);
            if (command.Version is null)
            {
                if (persona is not null)
                {
                    return new Error("persona.esiste-gia", "Questa persona è già stata creata: la trovi nell'elenco.");
                }

                db.Persone.Add(new Persona(command.Id, dati));
                return Events.Of(new EventToWrite(Azioni.PersonaSalvata, Oggetti.Persona, command.Id, null));
            }

            if (persona is null)
            {
                return CommandRunner.NotFound;
            }

            if (persona.SenzaNome)
            {
                return new Error("persona.senza-nome", "Il nome di questa persona è limitato o cancellato: i suoi dati non si modificano.");
            }

            persona.Modifica(dati);
            return Events.Of(new EventToWrite(Azioni.PersonaSalvata, Oggetti.Persona, persona.Id, null, ChangedFields.Taciuti(db.Entry(persona))));
        }
    }
}
