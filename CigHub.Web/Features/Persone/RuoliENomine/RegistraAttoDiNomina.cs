using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>
/// Completes or corrects the act of appointment for a role that a person holds. The registro keeps the act before and after.
/// </summary>
/// <param name="Id">The id of the Appartenenza.</param>
/// <param name="Version">The version of the person, because roles are read and changed on the person's page.</param>
public sealed record RegistraAttoDiNomina(Guid Id, Guid PersonaId, NominaForm Form, int Version) : ICommand, IVersioned<Persona>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => PersonaId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RegistraAttoDiNomina>
    {
        public async Task<Result<Events>> Handle(RegistraAttoDiNomina command, Actor actor, CancellationToken ct)
        {
            if (command.PersonaId == actor.PersonaId)
            {
                return SeparazioneCompiti.NessunAttoDelProprioRuolo.Errore();
            }

            // The command carries the person's version, so the person is loaded too.
            var persona = await db.Persone.SingleOrDefaultAsync(p => p.Id == command.PersonaId, ct);
            var appartenenza = await db.Appartenenze.SingleOrDefaultAsync(a => a.Id == command.Id && a.PersonaId == command.PersonaId, ct);
            if (persona is null || appartenenza is null)
            {
                return CommandRunner.NotFound;
            }

            var reader = new FormReader();
            var nomina = command.Form.Read(reader);
            if (reader.Outcome(() => nomina) is { IsSuccess: false } illeggibile)
            {
                return Result<Events>.Refused(illeggibile.Errors);
            }

            var esito = appartenenza.Nomina(nomina, clock.Today());
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.AttoDiNominaRegistrato, Oggetti.Persona, persona.Id, appartenenza.EnteId))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
