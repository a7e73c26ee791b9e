using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>
/// Decides that a person in conflict of interest abstains (<em>Sostituisci</em>). The Affidamenti of which the person is the RUP, with that
/// supplier in that Convenzione and at that Ente, pass to the RUP chosen by the Responsabile. For those on the portal, that RUP may begin
/// the <em>Sostituzione RUP</em>.
/// </summary>
/// <param name="AffidamentoId">The Affidamento for which the conflict was declared.</param>
/// <param name="NuovoRupId">The new RUP. Null when the person in conflict is the RUP of none of those Affidamenti.</param>
public sealed record SostituisciPerConflitto(Guid AffidamentoId, Guid ConflittoId, Guid? NuovoRupId) : ICommand, IOnAffidamento
{
    public static Permission Requires => Permission.DecidiConflitti;

    public sealed class Handler(CigHubDbContext db, Dichiarazioni dichiarazioni, ConflictGuard guard, TimeProvider clock)
        : ICommandHandler<SostituisciPerConflitto>
    {
        public async Task<Result<Events>> Handle(SostituisciPerConflitto command, Actor actor, CancellationToken ct)
        {
            var trovato = await db.CasoDaDecidere(command.AffidamentoId, command.ConflittoId, guard, actor, ct);
            if (!trovato.TryGet(out var caso))
            {
                return Result<Events>.Refused(trovato.Errors);
            }

            var (affidamento, conflitto) = caso;
            var utc = clock.GetUtcNow().UtcDateTime;
            var suoi = await db.DaPassare(conflitto, affidamento.EnteId).ToListAsync(ct);
            var successore = suoi.Count == 0 ? null : command.NuovoRupId;
            var esito = conflitto.DecidiSostituzione(actor.PersonaId, successore, utc);
            if (esito.IsSuccess && suoi.Count > 0)
            {
                esito = await Passa(suoi, successore, utc, ct);
            }

            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            var dati = new JsonObject { ["fornitore"] = conflitto.FornitoreCodice, ["da"] = conflitto.PersonaId.ToString() };
            if (successore is { } a)
            {
                dati["a"] = a.ToString();
            }

            return Events.Of(
                new EventToWrite(Azioni.ConflittoSostituito, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, dati),
                [.. suoi.Where(s => s.RupId == successore).Select(s => RiassegnaAffidamento.Evento(s, conflitto.PersonaId, ConflittoWords.Astensione))]);
        }

        /// <summary>
        /// Passes each Affidamento that is not on the portal to the successor. Refuses a successor who may not take every one of the
        /// Affidamenti, also of those on the portal.
        /// </summary>
        private async Task<Result> Passa(IReadOnlyList<Affidamento> suoi, Guid? successore, DateTime utc, CancellationToken ct)
        {
            if (successore is not { } nuovo)
            {
                return new Error("conflitto.chi-subentra", "Scegli chi subentra.", nameof(NuovoRupId));
            }

            foreach (var suo in suoi)
            {
                if (await dichiarazioni.RupPossibile(suo, nuovo, ct) is { } no)
                {
                    return no;
                }

                if (suo.Attende(AzioneAffidamento.AssegnaRup) && suo.AssegnaRup(nuovo, utc) is { IsSuccess: false } rifiutato)
                {
                    return Result.Refused([.. rifiutato.Errors.Select(e => e with { Message = $"{suo.Numero}: {e.Message}", Field = nameof(NuovoRupId) })]);
                }
            }

            return Result.Ok;
        }
    }
}
