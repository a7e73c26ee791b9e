using System.Text.Json.Nodes;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Codici.Errori;

/// <summary>Saves the office's own help for an error code of ANAC, which takes the place of the shipped one.</summary>
/// <param name="Id">The Guid v7 made by the page, for a code for which the office has no help of its own yet.</param>
/// <param name="Version">The version that the page showed. Null when the office has no help of its own for the code yet.</param>
public sealed record SalvaAiutoErrore(Guid Id, AiutoForm Form, int? Version) : ICommand, IVersioned<AiutoModificato>
{
    public static Permission Requires => Permission.GestisciListe;

    Guid IVersioned.RootId => Id;

    int IVersioned.Version => Version ?? 0;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<SalvaAiutoErrore>
    {
        public async Task<Result<Events>> Handle(SalvaAiutoErrore command, Actor actor, CancellationToken ct)
        {
            var letto = command.Form.Read();
            if (!letto.TryGet(out var aiuto))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var utc = clock.GetUtcNow().UtcDateTime;
            var nostro = await db.AiutiErrori.SingleOrDefaultAsync(a => a.Id == command.Id, ct);
            if (command.Version is null)
            {
                if (nostro is not null)
                {
                    return new Error("aiuto.esiste-gia", "Questo aiuto è già stato salvato: ricarica la pagina per vederlo.");
                }

                db.AiutiErrori.Add(new AiutoModificato(command.Id, aiuto, utc));
            }
            else if (nostro is null)
            {
                return CommandRunner.NotFound;
            }
            else if (nostro.Codice != aiuto.Codice)
            {
                return new Error("aiuto.altro-codice", $"Questo aiuto è di {nostro.Codice}: per un altro codice aprine uno nuovo.", nameof(AiutoForm.Codice));
            }
            else
            {
                nostro.Scrivi(aiuto, utc);
            }

            return Events.Of(new EventToWrite(
                Azioni.AiutoErroreSalvato, Oggetti.AiutoErrore, command.Id, null, new JsonObject { ["codice"] = aiuto.Codice }));
        }
    }
}
