using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Account.SceltaDelRuolo;

/// <summary>From now on the person acts in this role. She acts in it already here: that it is hers is the runner's to check, as for every act.</summary>
/// <param name="Id">The Appartenenza.</param>
public sealed record ScegliRuolo(Guid Id) : ICommand
{
    /// <summary>What every role may.</summary>
    public static Permission Requires => Permission.VediPortale;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<ScegliRuolo>
    {
        public async Task<Result<Eventi>> Handle(ScegliRuolo command, Actor actor, CancellationToken ct) =>
            await db.Appartenenze.AnyAsync(a => a.Id == command.Id && a.PersonaId == actor.PersonaId && a.Ruolo == actor.Ruolo && a.EnteId == actor.EnteId, ct)
                ? Eventi.Di(new EventoDaScrivere(Azioni.RuoloScelto, Oggetti.Persona, actor.PersonaId, actor.EnteId, new JsonObject { ["appartenenza"] = command.Id.ToString() }))
                : CommandRunner.NonTrovato;
    }
}
