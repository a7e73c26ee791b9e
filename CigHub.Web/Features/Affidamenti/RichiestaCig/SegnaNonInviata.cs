using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Records that the RUP stopped before <em>Richiedi CIG</em>, so that nothing was sent. The Affidamento is ready for the portal again, and
/// its riserva on the Lotto is released.
/// </summary>
public sealed record SegnaNonInviata(Guid AffidamentoId, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    public static AttoDelegabile? Delegabile => AttoDelegabile.RegistrareEsito;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<SegnaNonInviata>
    {
        public async Task<Result<Events>> Handle(SegnaNonInviata command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var capienza = await db.Capienze.SingleAsync(c => c.LottoId == affidamento.LottoId, ct);
            var esito = affidamento.SegnaNonInviata(actor.PerConto, capienza, clock.GetUtcNow().UtcDateTime);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            db.Movimenti.AddRange(esito.Value);
            return Events.Of(new EventToWrite(Azioni.RichiestaNonInviata, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId));
        }
    }
}
