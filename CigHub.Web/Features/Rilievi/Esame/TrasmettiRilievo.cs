using CigHub.Domain.Common;
using CigHub.Web.UseCases;
using FluentValidation;

namespace CigHub.Web.Features.Rilievi.Esame;

/// <summary>Records that a rilievo was passed to the Responsabile della prevenzione della corruzione e della trasparenza (RPCT).</summary>
/// <param name="Motivo">The reason, which the registro keeps. CigHub sends nothing itself.</param>
public sealed record TrasmettiRilievo(Guid RilievoId, string? Motivo) : ICommand
{
    public static Permission Requires => Permission.EsaminaRilievi;

    public sealed class Rules : AbstractValidator<TrasmettiRilievo>
    {
        public Rules() => EsameRilievi.MotivoScritto(
            RuleFor(c => c.Motivo), "Scrivi perché lo trasmetti e con quale protocollo, per esempio «prot. 4512 del 24/11/2026».");
    }

    public sealed class Handler(EsameRilievi esame) : ICommandHandler<TrasmettiRilievo>
    {
        public async Task<Result<Events>> Handle(TrasmettiRilievo command, Actor actor, CancellationToken ct)
        {
            var trovato = await esame.DaGiudicare(command.RilievoId, actor, ct);
            if (!trovato.TryGet(out var rilievo))
            {
                return Result<Events>.Refused(trovato.Errors);
            }

            var esito = rilievo.Trasmetti();
            return esito.IsSuccess ? EsameRilievi.Evento(Azioni.RilievoTrasmesso, rilievo, command.Motivo!) : Result<Events>.Refused(esito.Errors);
        }
    }
}
