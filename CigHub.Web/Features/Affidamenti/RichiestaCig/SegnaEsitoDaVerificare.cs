using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Records that the portal gave an error or no answer to a request. The CIG may exist nevertheless, so the amount stays reserved on the
/// Lotto.
/// </summary>
/// <param name="Codici">The error codes that the portal showed, separated by a comma. Null when it showed none.</param>
public sealed record SegnaEsitoDaVerificare(Guid AffidamentoId, int Version, string? Codici = null)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    public static AttoDelegabile? Delegabile => AttoDelegabile.RegistrareEsito;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<SegnaEsitoDaVerificare>
    {
        public async Task<Result<Events>> Handle(SegnaEsitoDaVerificare command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var letti = CodiciDellaRisposta.Read(command.Codici, null);
            if (!letti.TryGet(out var codici))
            {
                return Result<Events>.Refused(letti.Errors);
            }

            var esito = affidamento.SegnaEsitoDaVerificare(actor.PerConto, clock.GetUtcNow().UtcDateTime, codici);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.EsitoDaVerificare, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
