using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Corrects the error codes of a try that the portal answered with an error. The portal's words stay as they were recorded.
/// </summary>
/// <param name="Codici">The right codes, separated by a comma. Empty when the portal showed none.</param>
public sealed record CorreggiCodici(Guid AffidamentoId, Guid TentativoId, string? Codici, int Version)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<CorreggiCodici>
    {
        public async Task<Result<Events>> Handle(CorreggiCodici command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var letti = CodiciErrore.Leggi(command.Codici);
            if (!letti.TryGet(out var codici))
            {
                return Result<Events>.Refused(letti.Errors);
            }

            var esito = affidamento.CorreggiCodici(command.TentativoId, codici, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(
                    Azioni.CodiciCorretti, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId,
                    new JsonObject { ["codici"] = string.Join(", ", codici) }))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
