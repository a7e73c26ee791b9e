using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Accesso;

/// <summary>Ends every session of a person at once: a laptop that was stolen, a browser left open. She may sign in again; who must not is deactivated instead.</summary>
/// <param name="Motivo">Enters the registro.</param>
public sealed record ChiudiSessioni(Guid Id, string? Motivo, int Version) : ICommand, IVersionato<Persona>
{
    public const int MaxMotivo = 500;

    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersionato.RadiceId => Id;

    public sealed class Rules : AbstractValidator<ChiudiSessioni>
    {
        public Rules()
        {
            RuleFor(c => c.Motivo)
                .NotEmpty().WithErrorCode("sessioni.motivo").WithMessage("Scrivi perché chiudi le sessioni: il motivo resta nel registro eventi.")
                .MaximumLength(MaxMotivo).WithErrorCode("sessioni.motivo-lungo").WithMessage($"Il motivo è troppo lungo: al massimo {MaxMotivo} caratteri.");
        }
    }

    /// <summary>The sessions themselves are ended by who hears of the event, once it is recorded.</summary>
    public sealed class Handler(CigHubDbContext db) : ICommandHandler<ChiudiSessioni>
    {
        public async Task<Result<Eventi>> Handle(ChiudiSessioni command, Actor actor, CancellationToken ct) =>
            await db.Persone.SingleOrDefaultAsync(p => p.Id == command.Id, ct) is { } persona
                ? Eventi.Di(new EventoDaScrivere(Azioni.SessioniChiuse, Oggetti.Persona, persona.Id, null, new JsonObject { ["motivo"] = command.Motivo!.Trim() }))
                : CommandRunner.NonTrovato;
    }
}
