using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Closes an operation on the portal for which the user sent nothing (<em>Annulla Modifica</em>). The Affidamento and the ledger stay as
/// they were.
/// </summary>
public sealed record AbbandonaOperazione(Guid AffidamentoId, Guid OperazioneId, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<AbbandonaOperazione>
    {
        public async Task<Result<Events>> Handle(AbbandonaOperazione command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var esito = affidamento.AbbandonaOperazione(actor.PersonaId, command.OperazioneId, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess ? Events.Of(affidamento.Evento(Azioni.OperazioneAbbandonata, command.OperazioneId)) : Result<Events>.Refused(esito.Errors);
        }
    }
}
