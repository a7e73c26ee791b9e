using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Deleghe;

/// <summary>Ends a delega at once. The delegate's next command is refused, and the delegate's session under the delega ends.</summary>
/// <remarks>It carries no version, because a delega changes in no other way than by being revoked.</remarks>
public sealed record RevocaDelega(Guid Id, string? Motivo) : ICommand
{
    public static Permission Requires => Permission.ConferisciDeleghe;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RevocaDelega>
    {
        public async Task<Result<Events>> Handle(RevocaDelega command, Actor actor, CancellationToken ct)
        {
            // A RUP acts at one Ente at a time, so a delega of another Ente is as good as none.
            if (await db.Deleghe.SingleOrDefaultAsync(d => d.Id == command.Id && d.EnteId == actor.EnteId, ct) is not { } delega)
            {
                return CommandRunner.NotFound;
            }

            var esito = delega.Revoca(actor.PersonaId, command.Motivo, clock.GetUtcNow().UtcDateTime);
            var dati = new JsonObject { ["delega"] = delega.Id.ToString(), ["motivo"] = delega.MotivoRevoca };
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.DelegaRevocata, Oggetti.Persona, delega.DelegatoId, delega.EnteId, dati))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
