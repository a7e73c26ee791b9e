using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// Takes an Affidamento whose draft was declared ready, or sent for approval, back to the state «In lavorazione» so that the draft can be
/// changed.
/// </summary>
public sealed record RiportaInLavorazione(Guid AffidamentoId, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.PreparaBozza;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RiportaInLavorazione>
    {
        public async Task<Result<Events>> Handle(RiportaInLavorazione command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var esito = affidamento.RiportaInLavorazione(clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.AffidamentoRiaperto, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
