using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.UnEnte;

/// <summary>Closes an Ente from a day on, inclusive. No new Affidamento can then be opened for it, and those that exist stay.</summary>
/// <param name="Dal">The first day of the closure, as the user typed it.</param>
public sealed record ChiudiEnte(Guid Id, string? Dal, int Version) : ICommand, IVersioned<Ente>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<ChiudiEnte>
    {
        public async Task<Result<Events>> Handle(ChiudiEnte command, Actor actor, CancellationToken ct)
        {
            var reader = new FormReader();
            var dal = reader.Date(nameof(Dal), command.Dal);
            if (reader.Outcome(() => dal) is { IsSuccess: false } illeggibile)
            {
                return Result<Events>.Refused(illeggibile.Errors);
            }

            if (await db.Enti.SingleOrDefaultAsync(e => e.Id == command.Id, ct) is not { } ente)
            {
                return CommandRunner.NotFound;
            }

            var esito = ente.Chiudi(dal);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.EnteChiuso, Oggetti.Ente, ente.Id, ente.Id))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
