using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;

namespace CigHub.Web.Features.Affidamenti.Approvazione;

/// <summary>
/// Refuses the approval of an Affidamento and takes it back to work, with a note that says what has to change (<em>Restituisci</em>).
/// </summary>
public sealed record RestituisciAffidamento(Guid AffidamentoId, string Nota, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.ApprovaAffidamenti;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Rules : AbstractValidator<RestituisciAffidamento>
    {
        public Rules()
        {
            RuleFor(c => c.Nota).NotEmpty().WithErrorCode("nota.mancante")
                .WithMessage("Scrivi che cosa va cambiato: chi prepara l'affidamento lo legge in cima alla scheda.");
            RuleFor(c => c.Nota).MaximumLength(Affidamento.MaxNota).WithErrorCode("nota.lunga")
                .WithMessage($"La nota può avere al massimo {Affidamento.MaxNota} caratteri: accorciala.");
        }
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RestituisciAffidamento>
    {
        public async Task<Result<Events>> Handle(RestituisciAffidamento command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var haLavorato = await db.HaLavorato(affidamento.Id, actor.PersonaId, ct);
            var esito = affidamento.Restituisci(actor.PersonaId, haLavorato, command.Nota, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.AffidamentoRestituito, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId,
                    new JsonObject { ["nota"] = affidamento.NotaRitorno }))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
