using CigHub.Domain.Common;
using CigHub.Domain.Revisione;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Revisione.Correttive;

/// <summary>Records the reply of the owner of an action, and the day on which the action was taken. Only the owner may.</summary>
/// <param name="AttuataIl">The day as typed. Empty while the action is still to be taken.</param>
public sealed record RispondiConstatazione(Guid ConstatazioneId, string? Risposta, string? AttuataIl) : ICommand
{
    public static Permission Requires => Permission.RispondiAudit;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RispondiConstatazione>
    {
        public async Task<Result<Events>> Handle(RispondiConstatazione command, Actor actor, CancellationToken ct)
        {
            var reader = new FormReader();
            var risposta = reader.Text(
                nameof(Risposta), command.Risposta, Constatazione.MaxTesto, "Scrivi la tua risposta: che cosa hai fatto, o che cosa farai ed entro quando.");
            var attuata = reader.OptionalDate(nameof(AttuataIl), command.AttuataIl);
            var letto = reader.Outcome(() => true);
            if (!letto.IsSuccess)
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var (id, io) = (command.ConstatazioneId, actor.PersonaId);
            if (await db.Constatazioni.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.ResponsabileId == io, ct) is not { } sua)
            {
                return CommandRunner.NotFound;
            }

            // The owner sees the own finding alone, also of an audit of all Enti: load that audit without its filter.
            var audit = await db.Audit.IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Include(a => a.Carte).Include(a => a.Constatazioni)
                .SingleAsync(a => a.Id == sua.AuditId, ct);
            return AuditStore.Event(
                audit.Rispondi(id, risposta, attuata, io, clock.Today(), clock.GetUtcNow().UtcDateTime), Azioni.ConstatazioneRisposta, audit, sua.EnteId,
                audit.Carte.Single(c => c.Id == sua.CartaId).Posizione);
        }
    }
}
