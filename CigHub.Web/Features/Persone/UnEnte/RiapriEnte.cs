using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.UnEnte;

/// <summary>Reopens a closed Ente, so that new Affidamenti can be opened for it.</summary>
public sealed record RiapriEnte(Guid Id, int Version) : ICommand, IVersioned<Ente>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<RiapriEnte>
    {
        public async Task<Result<Events>> Handle(RiapriEnte command, Actor actor, CancellationToken ct)
        {
            if (await db.Enti.SingleOrDefaultAsync(e => e.Id == command.Id, ct) is not { } ente)
            {
                return CommandRunner.NotFound;
            }

            var esito = ente.Riapri();
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.EnteRiaperto, Oggetti.Ente, ente.Id, ente.Id))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
