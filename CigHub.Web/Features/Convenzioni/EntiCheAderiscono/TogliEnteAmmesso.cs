using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.EntiCheAderiscono;

/// <summary>Takes one Ente off those that a Convenzione admits. Its Affidamenti that have begun go on.</summary>
public sealed record TogliEnteAmmesso(Guid Id, Guid EnteId, int Version) : ICommand, IVersioned<Convenzione>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<TogliEnteAmmesso>
    {
        public async Task<Result<Events>> Handle(TogliEnteAmmesso command, Actor actor, CancellationToken ct)
        {
            if (await db.Convenzioni.SingleOrDefaultAsync(x => x.Id == command.Id, ct) is not { } convenzione)
            {
                return CommandRunner.NotFound;
            }

            var esito = convenzione.NonAmmettere(command.EnteId);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.EntiAmmessiCambiati, Oggetti.Convenzione, convenzione.Id, null))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
