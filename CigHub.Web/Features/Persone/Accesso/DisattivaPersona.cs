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

/// <summary>Deactivates a person, who from the next click on does and reads nothing more; what was done stays under that name.</summary>
/// <param name="Motivo">Enters the registro.</param>
public sealed record DisattivaPersona(Guid Id, string? Motivo, int Version) : ICommand, IVersionato<Persona>
{
    /// <summary>Longest reason.</summary>
    public const int MaxMotivo = 500;

    /// <summary>The reason's name on the person's page, where other forms have a reason too.</summary>
    public const string CampoMotivo = "MotivoDisattivazione";

    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersionato.RadiceId => Id;

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
        public async Task<Result<Eventi>> Handle(DisattivaPersona command, Actor actor, CancellationToken ct)
        {
            if (await db.Persone.SingleOrDefaultAsync(p => p.Id == command.Id, ct) is not { } persona)
            {
                return CommandRunner.NonTrovato;
            }

            var esito = persona.Disattiva();
            if (!esito.IsSuccess)
            {
                return Result<Eventi>.Refused(esito.Errors);
            }

            var motivo = new JsonObject { ["motivo"] = command.Motivo!.Trim() };
            return await db.NeResta(clock.Oggi(), persona.Id, null, ct)
                ? Eventi.Di(new EventoDaScrivere(Azioni.PersonaDisattivata, Oggetti.Persona, persona.Id, null, motivo))
                : SeparazioneCompiti.UltimoAmministratore.Errore();
        }
    }
}
