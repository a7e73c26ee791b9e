using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.UnEnte;

/// <summary>From a day on the Ente opens no new Affidamento; what it did and has under way stays.</summary>
/// <param name="Dal">The day, as it was typed.</param>
public sealed record ChiudiEnte(Guid Id, string? Dal, int Version) : ICommand, IVersionato<Ente>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersionato.RadiceId => Id;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<ChiudiEnte>
    {
        public async Task<Result<Eventi>> Handle(ChiudiEnte command, Actor actor, CancellationToken ct)
        {
            var lettore = new LettoreModulo();
            var dal = lettore.Data(nameof(Dal), command.Dal);
            if (lettore.Esito(() => dal) is { IsSuccess: false } illeggibile)
            {
                return Result<Eventi>.Refused(illeggibile.Errors);
            }

            if (await db.Enti.SingleOrDefaultAsync(e => e.Id == command.Id, ct) is not { } ente)
            {
                return CommandRunner.NonTrovato;
            }

            var esito = ente.Chiudi(dal);
            return esito.IsSuccess
                ? Eventi.Di(new EventoDaScrivere(Azioni.EnteChiuso, Oggetti.Ente, ente.Id, ente.Id))
                : Result<Eventi>.Refused(esito.Errors);
        }
    }
}
