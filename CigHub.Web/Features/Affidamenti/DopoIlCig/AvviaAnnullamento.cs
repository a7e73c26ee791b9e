using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Begins <em>Annulla affidamento</em> (ANN) of an adhesion. The adhesion goes on taking its amount from the Lotto until the portal has
/// accepted.
/// </summary>
/// <param name="OperazioneId">A Guid v7 made by the page.</param>
public sealed record AvviaAnnullamento(Guid AffidamentoId, Guid OperazioneId, Guid AggiudicazioneId, int Version)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<AvviaAnnullamento>
    {
        public async Task<Result<Events>> Handle(AvviaAnnullamento command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.ConGliAtti(command.AffidamentoId, ct);
            var esito = affidamento.AvviaAnnullamento(actor.PersonaId, command.OperazioneId, command.AggiudicazioneId, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess ? Events.Of(affidamento.Evento(Azioni.AnnullamentoAvviato, command.OperazioneId)) : Result<Events>.Refused(esito.Errors);
        }
    }
}
