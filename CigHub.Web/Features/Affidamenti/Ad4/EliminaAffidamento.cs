using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// Marks an Affidamento that was never sent to the portal as deleted. Its data stay in the database; the capacity that its conferma holds is
/// freed.
/// </summary>
public sealed record EliminaAffidamento(Guid AffidamentoId, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.PreparaBozza;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<EliminaAffidamento>
    {
        public async Task<Result<Events>> Handle(EliminaAffidamento command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var capienza = await db.Capienze.SingleAsync(c => c.LottoId == affidamento.LottoId, ct);
            var esito = affidamento.Elimina(capienza, clock.GetUtcNow().UtcDateTime);
            if (!esito.TryGet(out var righe))
            {
                return Result<Events>.Refused(esito.Errors);
            }

            db.Movimenti.AddRange(righe);
            return Events.Of(new EventToWrite(Azioni.AffidamentoEliminato, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId));
        }
    }
}
