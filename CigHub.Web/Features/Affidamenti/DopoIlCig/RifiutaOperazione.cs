using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Records that the portal refused an operation, with the portal's words. The Affidamento and the ledger stay as they were.
/// </summary>
public sealed record RifiutaOperazione(Guid AffidamentoId, Guid OperazioneId, string Risposta, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Rules : AbstractValidator<RifiutaOperazione>
    {
        public Rules()
        {
            RuleFor(c => c.Risposta).NotEmpty().WithErrorCode("nota.mancante")
                .WithMessage("Scrivi che cosa ha risposto il portale: servirà a capire che cosa resta da fare.");
            RuleFor(c => c.Risposta).MaximumLength(Affidamento.MaxNota).WithErrorCode("nota.lunga")
                .WithMessage($"La risposta può avere al massimo {Affidamento.MaxNota} caratteri: accorciala.");
        }
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RifiutaOperazione>
    {
        public async Task<Result<Events>> Handle(RifiutaOperazione command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var esito = affidamento.RifiutaOperazione(actor.PersonaId, command.OperazioneId, command.Risposta, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(affidamento.Evento(Azioni.OperazioneRifiutata, command.OperazioneId, new JsonObject { ["nota"] = command.Risposta.Trim() }))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
