using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Nuovo;

/// <summary>
/// Makes a new draft with the contents of another Affidamento (<em>Copia affidamento</em>). The dates, and where there must be one the CUP,
/// are left for the user to fill in.
/// </summary>
/// <param name="AffidamentoId">The original, in any state.</param>
/// <param name="NuovoId">A Guid v7 made by the page.</param>
public sealed record CopiaAffidamento(Guid AffidamentoId, Guid NuovoId) : ICommand, IOnAffidamento
{
    public static Permission Requires => Permission.PreparaBozza;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock, Numerazione numerazione, Dichiarazioni dichiarazioni)
        : ICommandHandler<CopiaAffidamento>
    {
        public async Task<Result<Events>> Handle(CopiaAffidamento command, Actor actor, CancellationToken ct)
        {
            var (originale, lotto, convenzione) = await db.NelLotto(command.AffidamentoId, ct);
            var ente = await db.Enti.SingleAsync(e => e.Id == originale.EnteId, ct);
            if (ente.AmmetteNuoveAdesioni(clock.Today()) is { IsSuccess: false } chiuso)
            {
                return Result<Events>.Refused(chiuso.Errors);
            }

            var numero = await numerazione.Next(ct);
            var bozza = Precompilazione.Copia(command.NuovoId, numero, originale.Bozza);
            var nuovo = Affidamento.Nuovo(
                command.NuovoId, numero, originale.EnteId, lotto, convenzione, actor.PersonaId, originale.RupId, originale.MotivoBandoSuccessivo, bozza,
                clock.GetUtcNow().UtcDateTime);
            if (!nuovo.TryGet(out var copia))
            {
                return Result<Events>.Refused(nuovo.Errors);
            }

            if (await dichiarazioni.NonNasce(copia, convenzione.Id, ct) is { } inConflitto)
            {
                return inConflitto;
            }

            db.Affidamenti.Add(copia);
            var dati = new JsonObject { ["da"] = originale.Id.ToString() };
            return Events.Of(new EventToWrite(Azioni.AffidamentoCopiato, Oggetti.Affidamento, copia.Id, copia.EnteId, dati));
        }
    }
}
