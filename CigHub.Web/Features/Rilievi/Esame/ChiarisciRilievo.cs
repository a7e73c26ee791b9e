using CigHub.Domain.Common;
using CigHub.Web.UseCases;
using FluentValidation;

namespace CigHub.Web.Features.Rilievi.Esame;

/// <summary>Records why there is nothing to object to in a rilievo. A person concerned by its evidence may not.</summary>
/// <param name="Motivo">The reason, which the registro keeps.</param>
public sealed record ChiarisciRilievo(Guid RilievoId, string? Motivo) : ICommand
{
    public static Permission Requires => Permission.EsaminaRilievi;

    public sealed class Rules : AbstractValidator<ChiarisciRilievo>
    {
        public Rules() => EsameRilievi.MotivoScritto(
            RuleFor(c => c.Motivo), "Scrivi che cosa spiega il rilievo e da quale atto risulta, per esempio «fabbisogni diversi, determine n. 12 e n. 15».");
    }

    public sealed class Handler(EsameRilievi esame) : ICommandHandler<ChiarisciRilievo>
    {
        public async Task<Result<Events>> Handle(ChiarisciRilievo command, Actor actor, CancellationToken ct)
        {
            var trovato = await esame.DaGiudicare(command.RilievoId, actor, ct);
            if (!trovato.TryGet(out var rilievo))
            {
                return Result<Events>.Refused(trovato.Errors);
            }

            var esito = rilievo.Chiarisci(await esame.Riguarda(rilievo, actor.PersonaId, ct));
            return esito.IsSuccess ? EsameRilievi.Evento(Azioni.RilievoChiarito, rilievo, command.Motivo!) : Result<Events>.Refused(esito.Errors);
        }
    }
}
