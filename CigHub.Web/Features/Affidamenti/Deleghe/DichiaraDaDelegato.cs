using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Deleghe;

/// <summary>
/// Keeps a delegate's own declaration of having no conflict of interest with the suppliers of an Affidamento. Without it the delegate may
/// read the Affidamento, and do nothing else on it.
/// </summary>
/// <param name="Dichiarazione">The version of the text that stood beside the button. Null when the user accepted none.</param>
public sealed record DichiaraDaDelegato(Guid AffidamentoId, string? Dichiarazione) : ICommand, IOnAffidamento
{
    public static Permission Requires => Permission.DichiaraConflitti;

    public static AttoDelegabile? Delegabile => AttoDelegabile.Consultare;

    public sealed class Handler(CigHubDbContext db, Dichiarazioni dichiarazioni) : ICommandHandler<DichiaraDaDelegato>
    {
        public async Task<Result<Events>> Handle(DichiaraDaDelegato command, Actor actor, CancellationToken ct)
        {
            if (actor.Delega is null)
            {
                return new Error("delega.non-serve", "Questa dichiarazione serve a chi opera per delega: ora operi in un ruolo tuo.");
            }

            var (affidamento, _, convenzione) = await db.NelLotto(command.AffidamentoId, ct);
            var accettate = await dichiarazioni.Accetta(affidamento, convenzione, actor.PersonaId, command.Dichiarazione, ct);
            return accettate.TryGet(out var testi)
                ? Events.Of(new EventToWrite(
                    Azioni.DichiarazioneDelDelegato, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, new JsonObject { ["dichiarazioni"] = testi }))
                : Result<Events>.Refused(accettate.Errors);
        }
    }
}
