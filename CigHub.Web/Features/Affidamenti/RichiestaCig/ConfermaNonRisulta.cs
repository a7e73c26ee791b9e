using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Records that the RUP looked for the request in the elenco del portale and did not find it. Ends the state «Esito da verificare», so that
/// the RUP can request the CIG again.
/// </summary>
public sealed record ConfermaNonRisulta(Guid AffidamentoId, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<ConfermaNonRisulta>
    {
        public async Task<Result<Events>> Handle(ConfermaNonRisulta command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamenti.SingleAsync(a => a.Id == command.AffidamentoId, ct);
            var esito = affidamento.ConfermaNonRisulta(actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.NonRisulta, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
