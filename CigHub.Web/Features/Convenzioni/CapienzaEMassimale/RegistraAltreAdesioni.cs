using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>
/// Records altre adesioni to a Lotto: an amount for the adhesions of Enti outside CigHub, as the Soggetto Aggregatore communicates them.
/// They are a fact, so they are recorded even when the massimale is then exceeded.
/// </summary>
/// <remarks>The command carries no version, for the same reason as <see cref="VariaMassimale"/>.</remarks>
public sealed record RegistraAltreAdesioni(Guid LottoId, AttoSulLottoForm Form) : ICommand
{
    public static Permission Requires => Permission.GestisciCatalogo;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RegistraAltreAdesioni>
    {
        public async Task<Result<Events>> Handle(RegistraAltreAdesioni command, Actor actor, CancellationToken ct)
        {
            var capienza = await db.Capienze.SingleOrDefaultAsync(c => c.LottoId == command.LottoId, ct);
            if (capienza is null)
            {
                return CommandRunner.NotFound;
            }

            var letto = command.Form.Read(clock.Today());
            if (!letto.IsSuccess)
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var protocollo = letto.Value.Atto.Protocollo;
            if (CigFuoriDaCigHub.IsProtocollo(protocollo) && letto.Value.Importo > Importo.Zero
                && (await CigFuoriDaCigHub.Contati(db.Movimenti.AsNoTracking().Where(m => m.LottoId == command.LottoId), ct))
                    .ContainsKey(CigFuoriDaCigHub.CigOf(protocollo)))
            {
                return new Error(
                    "altre-adesioni.gia-contata", $"L'adesione «{protocollo}» è già contata su questo Lotto: ricarica la pagina.",
                    nameof(AttoSulLottoForm.Protocollo));
            }

            var registrate = capienza.RegistraAltreAdesioni(letto.Value.Importo, letto.Value.Atto, clock.GetUtcNow().UtcDateTime);
            if (!registrate.TryGet(out var riga))
            {
                return Result<Events>.Refused(registrate.Errors);
            }

            db.Movimenti.Add(riga);
            return Events.Of(new EventToWrite(Azioni.AltreAdesioniRegistrate, Oggetti.Lotto, command.LottoId, null));
        }
    }
}
