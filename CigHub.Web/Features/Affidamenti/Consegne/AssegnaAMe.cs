using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.UseCases;
using FluentValidation;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>Makes the user, a RUP of the Ente, the RUP of a colleague's Affidamento that is not on the portal yet.</summary>
/// <param name="Motivo">The user's reason. Null or blank when the user gives none.</param>
public sealed record AssegnaAMe(Guid AffidamentoId, int Version, string? Motivo = null) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Rules : AbstractValidator<AssegnaAMe>
    {
        public Rules()
        {
            RuleFor(c => c.Motivo).MaximumLength(Affidamento.MaxNota).WithErrorCode("nota.lunga")
                .WithMessage($"Il motivo può avere al massimo {Affidamento.MaxNota} caratteri: accorcialo.");
        }
    }

    public sealed class Handler(CigHubDbContext db, Dichiarazioni dichiarazioni, TimeProvider clock) : ICommandHandler<AssegnaAMe>
    {
        public async Task<Result<Events>> Handle(AssegnaAMe command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            if (await dichiarazioni.NonScegli(affidamento, actor, actor.PersonaId, ct) is { } no)
            {
                return no;
            }

            var esito = affidamento.AssegnaRup(actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            var dati = string.IsNullOrWhiteSpace(command.Motivo) ? null : new JsonObject { ["motivo"] = command.Motivo.Trim() };
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.AffidamentoAssegnato, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, dati))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
