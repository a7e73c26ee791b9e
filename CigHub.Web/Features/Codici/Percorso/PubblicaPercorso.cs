using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Codici.Percorso;

/// <summary>Publishes a new version of the portal's path. Requests under way keep the one they began with; the next ones take this.</summary>
/// <param name="Id">Guid v7 made by the page.</param>
/// <param name="Versione">The version in force that the person worked from: somebody else's newer one makes this lose.</param>
public sealed record PubblicaPercorso(Guid Id, int Versione, IReadOnlyList<PassoPortale> Passi, string Nota) : ICommand
{
    public static Permission Requires => Permission.GestisciPercorso;

    public sealed class Handler(CigHubDbContext db, LastChanges changes, TimeProvider clock) : ICommandHandler<PubblicaPercorso>
    {
        public async Task<Result<Eventi>> Handle(PubblicaPercorso command, Actor actor, CancellationToken ct)
        {
            var inVigore = await db.Percorsi.OrderByDescending(p => p.Versione).FirstAsync(ct);
            if (inVigore.Versione != command.Versione)
            {
                var change = await changes.Of(inVigore.Id, ct);
                return new StaleEdit(
                    change,
                    inVigore.Versione,
                    $"Nel frattempo la versione {inVigore.Versione} («{inVigore.Nota}») è stata pubblicata da {change}: "
                    + "guardala e ripeti su quella ciò che serve ancora. Quello che hai scritto è rimasto qui.");
            }

            var esito = inVigore.Successivo(command.Id, command.Passi, command.Nota, clock.GetUtcNow().UtcDateTime);
            if (!esito.TryGet(out var nuovo))
            {
                return Result<Eventi>.Refused(esito.Errors);
            }

            db.Percorsi.Add(nuovo);
            return Eventi.Di(new EventoDaScrivere(Azioni.PercorsoPubblicato, Oggetti.PercorsoPortale, nuovo.Id, null, new JsonObject { ["versione"] = nuovo.Versione, ["nota"] = nuovo.Nota }));
        }
    }
}
