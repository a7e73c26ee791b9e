using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Conferme;

/// <summary>
/// Frees the capacity that a conferma holds before its last day, with the reason: CMRC withdrew it, or the Ente no longer needs it. CMRC's
/// answer stays in the fascicolo.
/// </summary>
public sealed record LiberaCapienza(Guid AffidamentoId, string? Motivo, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.PreparaBozza;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Rules : AbstractValidator<LiberaCapienza>
    {
        public Rules()
        {
            RuleFor(c => c.Motivo).NotEmpty().WithErrorCode("nota.mancante")
                .WithMessage("Scrivi perché la conferma non serve più, o che CMRC l'ha ritirata.");
            RuleFor(c => c.Motivo).MaximumLength(Affidamento.MaxNota).WithErrorCode("nota.lunga")
                .WithMessage($"Il motivo può avere al massimo {Affidamento.MaxNota} caratteri: accorcialo.");
        }
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<LiberaCapienza>
    {
        public async Task<Result<Events>> Handle(LiberaCapienza command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var capienza = await db.Capienze.SingleAsync(c => c.LottoId == affidamento.LottoId, ct);
            var esito = affidamento.LiberaCapienza(capienza, clock.GetUtcNow().UtcDateTime);
            if (!esito.TryGet(out var righe))
            {
                return Result<Events>.Refused(esito.Errors);
            }

            db.Movimenti.AddRange(righe);
            return Events.Of(new EventToWrite(
                Azioni.CapienzaLiberata, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, new JsonObject { ["motivo"] = command.Motivo!.Trim() }));
        }
    }
}
