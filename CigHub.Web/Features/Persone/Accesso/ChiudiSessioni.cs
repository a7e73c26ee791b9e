using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Accesso;

/// <summary>
/// Ends all sessions of a person at once, for example after a laptop was stolen. The person may sign in again, so use
/// <see cref="DisattivaPersona"/> to prevent that.
/// </summary>
/// <param name="Motivo">The reason, which the registro keeps.</param>
public sealed record ChiudiSessioni(Guid Id, string? Motivo, int Version) : ICommand, IVersioned<Persona>
{
    public const int MaxMotivo = 500;

    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Rules : AbstractValidator<ChiudiSessioni>
    {
        public Rules()
        {
            RuleFor(c => c.Motivo)
                .NotEmpty().WithErrorCode("sessioni.motivo").WithMessage("Scrivi perché chiudi le sessioni: il motivo resta nel registro eventi.")
                .MaximumLength(MaxMotivo).WithErrorCode("sessioni.motivo-lungo").WithMessage($"Il motivo è troppo lungo: al massimo {MaxMotivo} caratteri.");
        }
    }

    /// <summary>Records only the event. A listener then ends the sessions after the commit.</summary>
    public sealed class Handler(CigHubDbContext db) : ICommandHandler<ChiudiSessioni>
    {
        public async Task<Result<Events>> Handle(ChiudiSessioni command, Actor actor, CancellationToken ct) =>
            await db.Persone.SingleOrDefaultAsync(p => p.Id == command.Id, ct) is { } persona
                ? Events.Of(new EventToWrite(
                    Azioni.SessioniChiuse, Oggetti.Persona, persona.Id, null, new JsonObject { ["motivo"] = command.Motivo!.Trim() }))
                : CommandRunner.NotFound;
    }
}
