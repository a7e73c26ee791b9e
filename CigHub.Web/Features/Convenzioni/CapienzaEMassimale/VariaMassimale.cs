using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>
/// Extends the massimale of a Lotto by an act, by no more than is left of the quinto d'obbligo. A negative amount reduces the massimale.
/// </summary>
/// <remarks>
/// The command carries no version. The save compares the ledger's totals, and a user who edits the Lotto at the same time is not disturbed.
/// </remarks>
public sealed record VariaMassimale(Guid LottoId, AttoSulLottoForm Form) : ICommand
{
    public static Permission Requires => Permission.GestisciCatalogo;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<VariaMassimale>
    {
        public async Task<Result<Events>> Handle(VariaMassimale command, Actor actor, CancellationToken ct)
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

            if (await HaAffidamentiAperti(command.LottoId, actor.PersonaId, ct))
            {
                return SeparazioneCompiti.MassimaleSenzaAffidamentiAperti.Errore();
            }

            var quintoPrevisto = await db.Lotti.Where(l => l.Id == command.LottoId)
                .Join(db.Convenzioni, l => l.ConvenzioneId, c => c.Id, (_, c) => c.QuintoPrevisto).SingleAsync(ct);
            var variazione = capienza.VariaMassimale(letto.Value.Importo, quintoPrevisto, letto.Value.Atto, clock.GetUtcNow().UtcDateTime);
            if (!variazione.TryGet(out var riga))
            {
                return Result<Events>.Refused(variazione.Errors);
            }

            db.Movimenti.Add(riga);
            return Events.Of(new EventToWrite(Azioni.MassimaleVariato, Oggetti.Lotto, command.LottoId, null));
        }

        /// <summary>
        /// Says whether the person is the author, the RUP, the approver or the sender of an open Affidamento on the Lotto, at any Ente. It
        /// searches without the filter by Ente, because an Amministratore sees no Affidamento, and reveals only that there is one.
        /// </summary>
        private Task<bool> HaAffidamentiAperti(Guid lottoId, Guid personaId, CancellationToken ct) =>
            db.Affidamenti.IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).AnyAsync(
            a => a.LottoId == lottoId
                && (a.AutoreId == personaId || a.RupId == personaId || a.ApprovatoDaId == personaId || a.InviatoDaId == personaId)
                && a.Stato != StatoAffidamento.CigAcquisito && a.Stato != StatoAffidamento.Eliminato && a.Stato != StatoAffidamento.AffidamentoAnnullato,
            ct);
    }
}
