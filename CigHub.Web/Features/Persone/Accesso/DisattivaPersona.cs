using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Accesso;

/// <summary>
/// Deactivates a person, who can then no longer read or change anything, from the next click on. Past acts stay under the person's name.
/// </summary>
/// <param name="Motivo">The reason, which the registro keeps.</param>
public sealed record DisattivaPersona(Guid Id, string? Motivo, int Version) : ICommand, IVersioned<Persona>
{
    /// <summary>The largest number of characters in the reason.</summary>
    public const int MaxMotivo = 500;

    /// <summary>The field name of the reason, which must differ from those of the other reasons on the person's page.</summary>
    public const string CampoMotivo = "MotivoDisattivazione";

    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Rules : AbstractValidator<DisattivaPersona>
    {
        public Rules()
        {
            RuleFor(c => c.Motivo)
                .NotEmpty().WithErrorCode("persona.disattiva-motivo")
                .WithMessage("Scrivi perché, per esempio «trasferita ad altro Ente dal 1° marzo»: il motivo resta nel registro eventi.")
                .MaximumLength(MaxMotivo).WithErrorCode("persona.disattiva-motivo-lungo")
                .WithMessage($"Il motivo può avere al massimo {MaxMotivo} caratteri: accorcialo.")
                .OverridePropertyName(CampoMotivo);
        }
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<DisattivaPersona>
    {
        public async Task<Result<Events>> Handle(DisattivaPersona command, Actor actor, CancellationToken ct)
        {
            if (await db.Persone.SingleOrDefaultAsync(p => p.Id == command.Id, ct) is not { } persona)
            {
                return CommandRunner.NotFound;
            }

            var esito = persona.Disattiva();
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            var motivo = new JsonObject { ["motivo"] = command.Motivo!.Trim() };
            return await db.NeResta(clock.Today(), persona.Id, null, ct)
                ? Events.Of(new EventToWrite(Azioni.PersonaDisattivata, Oggetti.Persona, persona.Id, null, motivo))
                : SeparazioneCompiti.UltimoAmministratore.Errore();
        }
    }
}
