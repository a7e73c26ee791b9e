using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Conservazione;

/// <summary>Forbids the deletion of a person's name, for a litigation or an investigation, or allows it again.</summary>
/// <param name="Vincolata">True to forbid the deletion, false to allow it again.</param>
/// <param name="Motivo">The reason, which the registro keeps.</param>
public sealed record VincolaIdentita(Guid Id, bool Vincolata, string? Motivo, int Version) : ICommand, IVersioned<Persona>
{
    /// <summary>The field name of the reason, which must differ from those of the other reasons on the person's page.</summary>
    public const string CampoMotivo = "MotivoVincolo";

    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Rules : AbstractValidator<VincolaIdentita>
    {
        public Rules()
        {
            RuleFor(c => c.Motivo)
                .NotEmpty().WithErrorCode("persona.vincolo-motivo")
                .WithMessage("Scrivi perché, per esempio «contenzioso n. 12/2027»: il motivo resta nel registro eventi.")
                .MaximumLength(Persona.MaxMotivo).WithErrorCode("persona.vincolo-motivo-lungo")
                .WithMessage($"Il motivo può avere al massimo {Persona.MaxMotivo} caratteri: accorcialo.")
                .OverridePropertyName(CampoMotivo);
        }
    }

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<VincolaIdentita>
    {
        public async Task<Result<Events>> Handle(VincolaIdentita command, Actor actor, CancellationToken ct)
        {
            if (await db.Persone.SingleOrDefaultAsync(p => p.Id == command.Id, ct) is not { } persona)
            {
                return CommandRunner.NotFound;
            }

            var motivo = command.Motivo!.Trim();
            var esito = command.Vincolata ? persona.Vincola(motivo) : persona.TogliVincolo();
            var azione = command.Vincolata ? Azioni.VincoloPosto : Azioni.VincoloTolto;
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(azione, Oggetti.Persona, persona.Id, null, new JsonObject { ["motivo"] = motivo }))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
