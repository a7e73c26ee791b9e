using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Records the rilettura: the RUP has read CIG Padre, CUP, amount and supplier on the portal and found them the same as in CigHub. After
/// <em>Richiedi CIG</em> they can hardly be corrected.
/// </summary>
public sealed record ConfermaRilettura(Guid AffidamentoId, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<ConfermaRilettura>
    {
        public async Task<Result<Events>> Handle(ConfermaRilettura command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var esito = affidamento.ConfermaRilettura(actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.RiletturaConfermata, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
