using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.Chiusura;

/// <summary>Opens a closed Lotto again. It takes adhesions as long as its Convenzione does.</summary>
public sealed record RiapriLotto(Guid Id, int Version) : ICommand, IVersionato<Lotto>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersionato.RadiceId => Id;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<RiapriLotto>
    {
        public async Task<Result<Eventi>> Handle(RiapriLotto command, Actor actor, CancellationToken ct)
        {
            if (await db.Lotti.SingleOrDefaultAsync(x => x.Id == command.Id, ct) is not { } lotto)
            {
                return CommandRunner.NonTrovato;
            }

            var esito = lotto.Riapri();
            return esito.IsSuccess
                ? Eventi.Di(new EventoDaScrivere(Azioni.LottoRiaperto, Oggetti.Lotto, lotto.Id, null))
                : Result<Eventi>.Refused(esito.Errors);
        }
    }
}
