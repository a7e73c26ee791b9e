using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>Records that the portal has accepted the ANN of a CIG too many, so that it is no longer a thing to do.</summary>
/// <param name="Giorno">The day on which the portal accepted, as typed.</param>
/// <param name="Riferimento">The reference to the ANN, for example the portal's Registro di Sistema.</param>
public sealed record AnnullaCigInPiu(Guid AffidamentoId, Guid CigInPiuId, string? Giorno, string? Riferimento, int Version)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<AnnullaCigInPiu>
    {
        public async Task<Result<Events>> Handle(AnnullaCigInPiu command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamenti.Include(a => a.CigInPiu).SingleAsync(a => a.Id == command.AffidamentoId, ct);
            var reader = new FormReader();
            var giorno = reader.Date(nameof(Giorno), command.Giorno);
            var riferimento = reader.Text(
                nameof(Riferimento), command.Riferimento, CigInPiu.MaxRiferimento,
                "Scrivi il riferimento dell'annullamento, per esempio il Registro di Sistema.");
            var letto = reader.Outcome(() => riferimento);
            if (!letto.IsSuccess)
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var esito = affidamento.AnnullaCigInPiu(command.CigInPiuId, giorno, riferimento, clock.Today(), clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(
                    Azioni.CigInPiuAnnullato, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId,
                    new JsonObject { ["cig"] = affidamento.CigInPiu.Single(c => c.Id == command.CigInPiuId).Cig.Valore }))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
