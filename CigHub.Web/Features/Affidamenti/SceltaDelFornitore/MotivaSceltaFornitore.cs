using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.UseCases;
using FluentValidation;

namespace CigHub.Web.Features.Affidamenti.SceltaDelFornitore;

/// <summary>
/// Records the criterion and the reason for the choice among the several suppliers of the Lotto. A draft on such a Lotto needs them before
/// it is declared ready.
/// </summary>
public sealed record MotivaSceltaFornitore(Guid AffidamentoId, SceltaFornitore Scelta, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.PreparaBozza;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Rules : AbstractValidator<MotivaSceltaFornitore>
    {
        public Rules()
        {
            RuleFor(c => c.Scelta.Motivo).MaximumLength(Affidamento.MaxNota).WithErrorCode("nota.lunga")
                .WithMessage($"Il motivo può avere al massimo {Affidamento.MaxNota} caratteri: accorcialo.")
                .OverridePropertyName(nameof(Affidamento.MotivoScelta));
        }
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<MotivaSceltaFornitore>
    {
        public async Task<Result<Events>> Handle(MotivaSceltaFornitore command, Actor actor, CancellationToken ct)
        {
            var (affidamento, lotto, _) = await db.NelLotto(command.AffidamentoId, ct);
            var esito = affidamento.MotivaScelta(lotto, command.Scelta, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.SceltaMotivata, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
