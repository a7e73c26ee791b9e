using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.Chiusura;

/// <summary>
/// Closes a Lotto to new adhesions from today. Nobody can begin an Affidamento on it any more. Affidamenti that have begun go on.
/// </summary>
public sealed record ChiudiLotto(Guid Id, int Version) : ICommand, IVersioned<Lotto>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<ChiudiLotto>
    {
        public async Task<Result<Events>> Handle(ChiudiLotto command, Actor actor, CancellationToken ct)
        {
            if (await db.Lotti.SingleOrDefaultAsync(x => x.Id == command.Id, ct) is not { } lotto)
            {
                return CommandRunner.NotFound;
            }

            var esito = lotto.Chiudi(clock.Today());
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.LottoChiuso, Oggetti.Lotto, lotto.Id, null))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
