using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>
/// Records one adesione pregressa, with its CIG Derivato. Because it is a fact, it counts in the Capienza of the Lotto even when the
/// massimale is then exceeded.
/// </summary>
public sealed record CaricaAdesionePregressa(PregressaForm Form) : ICommand
{
    public static Permission Requires => Permission.PreparaBozza;

    public sealed class Rules : AbstractValidator<CaricaAdesionePregressa>
    {
        public Rules() => RuleFor(c => c.Form.Id).NotEmpty();
    }

    public sealed class Handler(CigHubDbContext db, ControlloPregresse controllo) : ICommandHandler<CaricaAdesionePregressa>
    {
        public async Task<Result<Events>> Handle(CaricaAdesionePregressa command, Actor actor, CancellationToken ct)
        {
            if (actor.EnteId is not { } enteId)
            {
                return CommandRunner.NotFound;
            }

            var esito = (await controllo.Run([command.Form], actor, enteId, ct)).Righe[0];
            if (!esito.TryGet(out var fatta))
            {
                return Result<Events>.Refused(esito.Errors);
            }

            db.Affidamenti.Add(fatta.Affidamento);
            db.Movimenti.Add(fatta.Movimento);
            return Events.Of(new EventToWrite(Azioni.AdesionePregressaCaricata, Oggetti.Affidamento, fatta.Affidamento.Id, enteId));
        }
    }
}
