using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.EntiCheAderiscono;

/// <summary>Drops the list of the Enti that a Convenzione admits, so that every Ente may adhere again.</summary>
public sealed record AmmettiTuttiGliEnti(Guid Id, int Version) : ICommand, IVersioned<Convenzione>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<AmmettiTuttiGliEnti>
    {
        public async Task<Result<Events>> Handle(AmmettiTuttiGliEnti command, Actor actor, CancellationToken ct)
        {
            if (await db.Convenzioni.SingleOrDefaultAsync(x => x.Id == command.Id, ct) is not { } convenzione)
            {
                return CommandRunner.NotFound;
            }

            var esito = convenzione.AmmettiTutti();
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.EntiAmmessiCambiati, Oggetti.Convenzione, convenzione.Id, null))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
