using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Begins <em>Modifica CUP e/o Importo</em> (CM1) of an adhesion. The new values wait beside the old ones until the portal has accepted.
/// </summary>
/// <param name="OperazioneId">A Guid v7 made by the page.</param>
public sealed record AvviaModifica(Guid AffidamentoId, Guid OperazioneId, Guid AggiudicazioneId, ModificaForm Form, int Version)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<AvviaModifica>
    {
        public async Task<Result<Events>> Handle(AvviaModifica command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.ConGliAtti(command.AffidamentoId, ct);
            var letto = command.Form.Read();
            if (!letto.TryGet(out var corretti))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var esito = affidamento.AvviaModifica(actor.PersonaId, command.OperazioneId, command.AggiudicazioneId, corretti, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess ? Events.Of(affidamento.Evento(Azioni.ModificaAvviata, command.OperazioneId)) : Result<Events>.Refused(esito.Errors);
        }
    }
}
