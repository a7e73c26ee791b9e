using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Codici.Percorso;

/// <summary>
/// Publishes a new version of the percorso del portale. Requests under way keep the version with which they began, later ones use the new
/// one.
/// </summary>
/// <param name="Id">The Guid v7 of the new version, made by the page.</param>
/// <param name="Versione">The version in force when the user began. The command is refused as stale when somebody has published a newer
/// version since.</param>
public sealed record PubblicaPercorso(Guid Id, int Versione, IReadOnlyList<PassoPortale> Passi, string Nota) : ICommand
{
    public static Permission Requires => Permission.GestisciPercorso;

    public sealed class Handler(CigHubDbContext db, LastChanges changes, TimeProvider clock) : ICommandHandler<PubblicaPercorso>
    {
        public async Task<Result<Events>> Handle(PubblicaPercorso command, Actor actor, CancellationToken ct)
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
                return Result<Events>.Refused(esito.Errors);
            }

            db.Percorsi.Add(nuovo);
            return Events.Of(new EventToWrite(
                Azioni.PercorsoPubblicato,
                Oggetti.PercorsoPortale,
                nuovo.Id,
                null,
                new JsonObject { ["versione"] = nuovo.Versione, ["nota"] = nuovo.Nota }));
        }
    }
}
