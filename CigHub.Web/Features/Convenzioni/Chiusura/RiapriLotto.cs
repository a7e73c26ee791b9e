using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.Chiusura;

/// <summary>Opens a closed Lotto again, so that it takes adhesions as long as its Convenzione does.</summary>
public sealed record RiapriLotto(Guid Id, int Version) : ICommand, IVersioned<Lotto>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<RiapriLotto>
    {
        public async Task<Result<Events>> Handle(RiapriLotto command, Actor actor, CancellationToken ct)
        {
            if (await db.Lotti.SingleOrDefaultAsync(x => x.Id == command.Id, ct) is not { } lotto)
            {
                return CommandRunner.NotFound;
            }

            var esito = lotto.Riapri();
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.LottoRiaperto, Oggetti.Lotto, lotto.Id, null))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
