using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Schede;

/// <summary>Records in the registro that a scheda is printed. The page prints only after this command has succeeded.</summary>
/// <param name="Version">The version that the page shows. When the stored version is another, the print is refused.</param>
[Limited(LimitedUse.Export)]
public sealed record StampaScheda(Guid AffidamentoId, int Version) : ICommand, IOnAffidamento
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public static AttoDelegabile? Delegabile => AttoDelegabile.Consultare;

    public sealed class Handler(CigHubDbContext db, LastChanges changes) : ICommandHandler<StampaScheda>
    {
        public async Task<Result<Events>> Handle(StampaScheda command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamenti.AsNoTracking().SingleAsync(a => a.Id == command.AffidamentoId, ct);
            if (affidamento.Version != command.Version)
            {
                var change = await changes.Of(affidamento.Id, ct);
                return new StaleEdit(
                    change,
                    affidamento.Version,
                    $"Dopo che hai aperto questa pagina la scheda è stata modificata da {change}: ricaricala, così stampi ciò che è salvato ora.");
            }

            var dati = new JsonObject { ["versione"] = (long)affidamento.Version, ["sha256"] = EsportaSchede.Impronta(affidamento.Bozza) };
            return Events.Of(new EventToWrite(Azioni.SchedaStampata, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, dati));
        }
    }
}
