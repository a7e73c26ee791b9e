using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.InCorso;

/// <summary>Reminds the RUP of an Affidamento that holds capacity. CigHub sends nothing: the RUP sees it in the Cruscotto.</summary>
public sealed record SollecitaRup(Guid AffidamentoId) : ICommand, IOnAffidamento
{
    public static Permission Requires => Permission.SollecitaRup;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<SollecitaRup>
    {
        public async Task<Result<Events>> Handle(SollecitaRup command, Actor actor, CancellationToken ct)
        {
            if (await db.Affidamenti.SingleOrDefaultAsync(a => a.Id == command.AffidamentoId, ct) is not { } affidamento)
            {
                return CommandRunner.NotFound;
            }

            var ultimo = await db.Solleciti.Where(s => s.AffidamentoId == command.AffidamentoId).MaxAsync(s => (DateOnly?)s.Giorno, ct);
            var esito = Sollecito.Nuovo(Guid.CreateVersion7(), affidamento, ultimo, actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            if (!esito.TryGet(out var sollecito))
            {
                return Result<Events>.Refused(esito.Errors);
            }

            db.Solleciti.Add(sollecito);
            return Events.Of(new EventToWrite(Azioni.RupSollecitato, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId));
        }
    }
}
