using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.Chiusura;

/// <summary>Opens a closed Convenzione again, so that its Lotti take adhesions until its last day.</summary>
public sealed record RiapriConvenzione(Guid Id, int Version) : ICommand, IVersioned<Convenzione>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<RiapriConvenzione>
    {
        public async Task<Result<Events>> Handle(RiapriConvenzione command, Actor actor, CancellationToken ct)
        {
            if (await db.Convenzioni.SingleOrDefaultAsync(x => x.Id == command.Id, ct) is not { } convenzione)
            {
                return CommandRunner.NotFound;
            }

            var esito = convenzione.Riapri();
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.ConvenzioneRiaperta, Oggetti.Convenzione, convenzione.Id, null))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
