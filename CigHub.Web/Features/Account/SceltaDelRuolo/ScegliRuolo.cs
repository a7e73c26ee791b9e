using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Account.SceltaDelRuolo;

/// <summary>
/// Records that a person acts in another role from now on. The actor passed to the command already has the new role, and the runner checks
/// that the person holds it.
/// </summary>
/// <param name="Id">The id of the Appartenenza, or of the delega for the role of a delegate.</param>
public sealed record ScegliRuolo(Guid Id) : ICommand
{
    /// <summary>A permission that every role has, because everybody may choose a role.</summary>
    public static Permission Requires => Permission.VediPortale;

    public static AttoDelegabile? Delegabile => AttoDelegabile.Consultare;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<ScegliRuolo>
    {
        public async Task<Result<Events>> Handle(ScegliRuolo command, Actor actor, CancellationToken ct) =>
            actor.Delega?.Id == command.Id
            || await db.Appartenenze.AnyAsync(
                a => a.Id == command.Id && a.PersonaId == actor.PersonaId && a.Ruolo == actor.Ruolo && a.EnteId == actor.EnteId, ct)
                ? Events.Of(new EventToWrite(
                    Azioni.RuoloScelto,
                    Oggetti.Persona,
                    actor.PersonaId,
                    actor.EnteId,
                    actor.Delega is null ? new JsonObject { ["appartenenza"] = command.Id.ToString() } : null))
                : CommandRunner.NotFound;
    }
}
