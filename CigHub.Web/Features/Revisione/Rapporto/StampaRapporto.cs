using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Revisione.Rapporto;

/// <summary>Records in the registro that the report of an audit is printed. The page prints only after this command has succeeded.</summary>
[Limited(LimitedUse.Export)]
public sealed record StampaRapporto(Guid AuditId) : ICommand
{
    public static Permission Requires => Permission.ConduciAudit;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<StampaRapporto>
    {
        public async Task<Result<Events>> Handle(StampaRapporto command, Actor actor, CancellationToken ct)
        {
            var id = command.AuditId;
            var audit = await db.Audit.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.EnteId, a.Titolo, Estratto = a.Campione != null })
                .SingleOrDefaultAsync(ct);
            return audit switch
            {
                null => CommandRunner.NotFound,
                { Estratto: false } => new Error("audit.rapporto-vuoto", "Prima estrai il campione: un audit soltanto pianificato non ha un rapporto."),
                _ => Events.Of(new EventToWrite(
                    Azioni.RapportoStampato, Oggetti.Audit, id, audit.EnteId, new JsonObject { ["oggetto"] = audit.Titolo })),
            };
        }
    }
}
