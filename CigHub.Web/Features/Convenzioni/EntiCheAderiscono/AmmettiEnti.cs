using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.EntiCheAderiscono;

/// <summary>
/// Adds Enti to those that a Convenzione admits. With the first ones, all other Enti can begin no new Affidamento on its Lotti.
/// </summary>
/// <param name="Elenco">The codes of the Enti, one Ente a line, as <see cref="ElencoDiEnti"/> reads them.</param>
[Limited(LimitedUse.Upload)]
public sealed record AmmettiEnti(Guid Id, string Elenco, int Version) : ICommand, IVersioned<Convenzione>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<AmmettiEnti>
    {
        public async Task<Result<Events>> Handle(AmmettiEnti command, Actor actor, CancellationToken ct)
        {
            if (await db.Convenzioni.SingleOrDefaultAsync(x => x.Id == command.Id, ct) is not { } convenzione)
            {
                return CommandRunner.NotFound;
            }

            var noti = await db.Enti.AsNoTracking().Select(e => new EnteConCodici(e.Id, e.Denominazione, e.CodiceFiscale, e.CodiceIpa)).ToListAsync(ct);
            var letti = ElencoDiEnti.Leggi(command.Elenco, noti);
            if (!letti.TryGet(out var enti))
            {
                return Result<Events>.Refused(letti.Errors);
            }

            var esito = convenzione.Ammetti(enti);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.EntiAmmessiCambiati, Oggetti.Convenzione, convenzione.Id, null))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
