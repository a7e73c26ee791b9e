using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Malfunzionamenti;

/// <summary>Records that a malfunzionamento of the portal is over, for all users. Any user who may report one may also end it.</summary>
public sealed record ChiudiMalfunzionamento(Guid Id, int Version) : ICommand, IVersioned<Malfunzionamento>
{
    public static Permission Requires => Permission.SegnalaPortale;

    public static AttoDelegabile? Delegabile => AttoDelegabile.Consultare;

    Guid IVersioned.RootId => Id;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<ChiudiMalfunzionamento>
    {
        public async Task<Result<Events>> Handle(ChiudiMalfunzionamento command, Actor actor, CancellationToken ct)
        {
            if (await db.Malfunzionamenti.SingleOrDefaultAsync(m => m.Id == command.Id, ct) is not { } malfunzionamento)
            {
                return CommandRunner.NotFound;
            }

            var esito = malfunzionamento.Chiudi(actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.MalfunzionamentoChiuso, Oggetti.Malfunzionamento, malfunzionamento.Id, null))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
