using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Avvisi;

/// <summary>Mutes an alert about a Lotto until a day, with a reason, for everybody who works for the same Ente as the user.</summary>
/// <param name="Gravita">The urgency that the user saw. A more urgent alert shows again.</param>
/// <param name="FinoAl">The last day on which the alert is muted, as typed.</param>
public sealed record SilenziaAvviso(Guid LottoId, TipoAvviso Tipo, GravitaAvviso Gravita, string? FinoAl, string? Motivo) : ICommand
{
    public static Permission Requires => Permission.SilenziaAvvisi;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<SilenziaAvviso>
    {
        public async Task<Result<Events>> Handle(SilenziaAvviso command, Actor actor, CancellationToken ct)
        {
            if (!await db.Lotti.AnyAsync(l => l.Id == command.LottoId, ct))
            {
                return CommandRunner.NotFound;
            }

            var reader = new FormReader();
            var finoAl = reader.Date(nameof(FinoAl), command.FinoAl);
            var motivo = reader.Text(
                nameof(Motivo), command.Motivo, AvvisoSilenziato.MaxMotivo, "Scrivi perché l'avviso può aspettare, per esempio «nuova gara già avviata».");
            var letti = reader.Outcome(() => (FinoAl: finoAl, Motivo: motivo));
            if (!letti.TryGet(out var letto))
            {
                return Result<Events>.Refused(letti.Errors);
            }

            var id = AvvisoSilenziato.IdOf(actor.EnteId, command.LottoId, command.Tipo);
            var presente = await db.AvvisiSilenziati.SingleOrDefaultAsync(s => s.Id == id, ct);
            var avviso = presente ?? new AvvisoSilenziato(actor.EnteId, command.LottoId, command.Tipo);
            var esito = avviso.Silenzia(command.Gravita, letto.FinoAl, letto.Motivo, actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            if (presente is null)
            {
                db.AvvisiSilenziati.Add(avviso);
            }

            return Events.Of(new EventToWrite(Azioni.AvvisoSilenziato, Oggetti.Lotto, command.LottoId, actor.EnteId));
        }
    }
}
