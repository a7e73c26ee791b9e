using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>
/// Decides, with reasons, that there is no conflict of interest (<em>Nessun conflitto</em>). The person who declared one may go on.
/// </summary>
/// <param name="AffidamentoId">The Affidamento for which the conflict was declared.</param>
public sealed record EscludiConflitto(Guid AffidamentoId, Guid ConflittoId, string? Motivo) : ICommand, IOnAffidamento
{
    public static Permission Requires => Permission.DecidiConflitti;

    public sealed class Rules : AbstractValidator<EscludiConflitto>
    {
        public Rules()
        {
            RuleFor(c => c.Motivo).NotEmpty().WithErrorCode("conflitto.senza-motivo")
                .WithMessage("Scrivi perché il conflitto non c'è: lo legge chi lo ha dichiarato, e resta nel registro eventi.")
                .MaximumLength(DichiarazioneConflitto.MaxMotivo).WithErrorCode("nota.lunga")
                .WithMessage($"Il motivo può avere al massimo {DichiarazioneConflitto.MaxMotivo} caratteri: accorcialo.");
        }
    }

    public sealed class Handler(CigHubDbContext db, ConflictGuard guard, TimeProvider clock) : ICommandHandler<EscludiConflitto>
    {
        public async Task<Result<Events>> Handle(EscludiConflitto command, Actor actor, CancellationToken ct)
        {
            var trovato = await db.CasoDaDecidere(command.AffidamentoId, command.ConflittoId, guard, actor, ct);
            if (!trovato.TryGet(out var caso))
            {
                return Result<Events>.Refused(trovato.Errors);
            }

            var (affidamento, conflitto) = caso;
            var convenzione = await db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == conflitto.ConvenzioneId, ct);
            var esito = conflitto.DecidiNessunConflitto(
                actor.PersonaId, command.Motivo!, convenzione.DichiarazioneValidaAl(clock.Today()), clock.GetUtcNow().UtcDateTime);

            // The cronologia shows «motivo» to everybody of the Ente, and «perche» to nobody but the Auditor.
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.ConflittoEscluso, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId,
                    new JsonObject { ["fornitore"] = conflitto.FornitoreCodice, ["perche"] = conflitto.MotivoDecisione }))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
