using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Domain.Revisione;
using CigHub.Web.Data;
using CigHub.Web.Features.Rilievi.Esame;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Revisione.Rapporto;

/// <summary>
/// Signs the report of an audit. The event keeps how far the registro had come and its root, so that the report can be compared with an
/// attestazione.
/// </summary>
public sealed record ChiudiAudit(Guid AuditId, string? Conclusioni, int Version) : ICommand, IVersioned<Audit>
{
    public static Permission Requires => Permission.ConduciAudit;

    Guid IVersioned.RootId => AuditId;

    public sealed class Handler(CigHubDbContext db, ParteAvuta parte, TimeProvider clock) : ICommandHandler<ChiudiAudit>
    {
        public async Task<Result<Events>> Handle(ChiudiAudit command, Actor actor, CancellationToken ct)
        {
            var reader = new FormReader();
            var conclusioni = reader.Text(nameof(Conclusioni), command.Conclusioni, Audit.MaxTesto, "Scrivi le conclusioni dell'audit.");
            var letto = reader.Outcome(() => true);
            if (!letto.IsSuccess)
            {
                return Result<Events>.Refused(letto.Errors);
            }

            if (await db.Find(command.AuditId, ct) is not { } audit)
            {
                return CommandRunner.NotFound;
            }

            if (await parte.TookPart(actor.PersonaId, [.. audit.Carte.Select(c => c.AffidamentoId)], ct))
            {
                return SeparazioneCompiti.NessunoRevisionaIlProprioLavoro.Errore();
            }

            var esito = audit.Chiudi(conclusioni, actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            var testa = await db.Testa.AsNoTracking().SingleAsync(ct);
            return Events.Of(new EventToWrite(
                Azioni.AuditChiuso, Oggetti.Audit, audit.Id, audit.EnteId,
                new JsonObject { ["oggetto"] = audit.Titolo, ["eventi"] = testa.Dimensione, ["sha256"] = Convert.ToHexStringLower(testa.Radice) }));
        }
    }
}
