using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.Chiusura;

/// <summary>
/// Closes a Convenzione to new adhesions from today. Nobody can begin an Affidamento on its Lotti any more. Affidamenti that have begun go
/// on.
/// </summary>
public sealed record ChiudiConvenzione(Guid Id, int Version) : ICommand, IVersioned<Convenzione>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<ChiudiConvenzione>
    {
        public async Task<Result<Events>> Handle(ChiudiConvenzione command, Actor actor, CancellationToken ct)
        {
            if (await db.Convenzioni.SingleOrDefaultAsync(x => x.Id == command.Id, ct) is not { } convenzione)
            {
                return CommandRunner.NotFound;
            }

            var esito = convenzione.Chiudi(clock.Today());
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.ConvenzioneChiusa, Oggetti.Convenzione, convenzione.Id, null))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
