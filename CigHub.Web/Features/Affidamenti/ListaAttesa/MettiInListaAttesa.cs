using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.ListaAttesa;

/// <summary>
/// Puts an Affidamento whose amount exceeds the residuo at the end of the lista d'attesa of its Lotto. It takes no capacity.
/// </summary>
public sealed record MettiInListaAttesa(Guid AffidamentoId, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.PreparaBozza;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<MettiInListaAttesa>
    {
        public async Task<Result<Events>> Handle(MettiInListaAttesa command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var capienza = await db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == affidamento.LottoId, ct);
            var esito = affidamento.EntraInLista(capienza, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.EntratoInLista, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
