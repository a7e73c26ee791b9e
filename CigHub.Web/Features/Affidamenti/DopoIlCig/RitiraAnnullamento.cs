using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Records that ANAC has accepted the withdrawal of an ANN. The CIG is alive again, and its amount is taken of the Lotto again, when it
/// still fits.
/// </summary>
/// <param name="OperazioneId">A Guid v7 made by the page.</param>
public sealed record RitiraAnnullamento(Guid AffidamentoId, Guid OperazioneId, Guid AggiudicazioneId, RipresaForm Form, int Version)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RitiraAnnullamento>
    {
        public async Task<Result<Events>> Handle(RitiraAnnullamento command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var letto = command.Form.Read();
            if (!letto.TryGet(out var atto))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var capienza = await db.Capienze.SingleAsync(c => c.LottoId == affidamento.LottoId, ct);
            var esito = affidamento.RitiraAnnullamento(
                actor.PersonaId, command.OperazioneId, command.AggiudicazioneId, atto, capienza, clock.Today(), clock.GetUtcNow().UtcDateTime);
            if (!esito.TryGet(out var movimento))
            {
                return Result<Events>.Refused(esito.Errors);
            }

            db.Movimenti.Add(movimento);
            return Events.Of(affidamento.Evento(Azioni.AnnullamentoRitirato, command.OperazioneId, new JsonObject { ["motivo"] = atto.Motivo }));
        }
    }
}
