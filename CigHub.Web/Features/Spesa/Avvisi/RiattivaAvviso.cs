using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Avvisi;

/// <summary>Shows a muted alert again before its day.</summary>
public sealed record RiattivaAvviso(Guid LottoId, TipoAvviso Tipo) : ICommand
{
    public static Permission Requires => Permission.SilenziaAvvisi;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<RiattivaAvviso>
    {
        public async Task<Result<Events>> Handle(RiattivaAvviso command, Actor actor, CancellationToken ct)
        {
            var id = AvvisoSilenziato.IdOf(actor.EnteId, command.LottoId, command.Tipo);
            if (await db.AvvisiSilenziati.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } silenziato)
            {
                return new Error("avviso.non-silenziato", "Questo avviso non è silenziato: ricarica la pagina.");
            }

            db.AvvisiSilenziati.Remove(silenziato);
            return Events.Of(new EventToWrite(Azioni.AvvisoRiattivato, Oggetti.Lotto, command.LottoId, actor.EnteId));
        }
    }
}
