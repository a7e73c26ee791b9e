using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Accesso;

/// <summary>Reactivates a deactivated person. The person has again the roles that were not taken away.</summary>
public sealed record RiattivaPersona(Guid Id, int Version) : ICommand, IVersioned<Persona>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<RiattivaPersona>
    {
        public async Task<Result<Events>> Handle(RiattivaPersona command, Actor actor, CancellationToken ct)
        {
            if (await db.Persone.SingleOrDefaultAsync(p => p.Id == command.Id, ct) is not { } persona)
            {
                return CommandRunner.NotFound;
            }

            var esito = persona.Riattiva();
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.PersonaRiattivata, Oggetti.Persona, persona.Id, null))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
