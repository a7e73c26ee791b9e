using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>
/// Passes an Affidamento that is not on the portal yet to another RUP of the Ente, with a reason. A RUP or a Responsabile of the Ente may
/// do it.
/// </summary>
public sealed record RiassegnaAffidamento(Guid AffidamentoId, Guid NuovoRupId, string? Motivo, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    /// <summary>The error for a user who acts for all Enti. An Ente appoints its RUP itself, so such a user may not reassign.</summary>
    public static readonly Error AltroEnte = new("riassegna.altro-ente", "Il RUP lo cambia il suo Ente: puoi riassegnare solo operando per quell'Ente.");

    public static Permission Requires => Permission.RiassegnaAffidamenti;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Rules : AbstractValidator<RiassegnaAffidamento>
    {
        public Rules()
        {
            RuleFor(c => c.NuovoRupId).NotEmpty().WithErrorCode("riassegna.nuovo-rup").WithMessage("Scegli chi subentra.");
            RuleFor(c => c.Motivo).MaximumLength(Affidamento.MaxNota).WithErrorCode("nota.lunga")
                .WithMessage($"Il motivo può avere al massimo {Affidamento.MaxNota} caratteri: accorcialo.");
        }
    }

    public sealed class Handler(CigHubDbContext db, Dichiarazioni dichiarazioni, TimeProvider clock) : ICommandHandler<RiassegnaAffidamento>
    {
        public async Task<Result<Events>> Handle(RiassegnaAffidamento command, Actor actor, CancellationToken ct)
        {
            if (actor.EnteId is not { } enteId)
            {
                return AltroEnte;
            }

            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            if ((await dichiarazioni.NonScegli(affidamento, actor, command.NuovoRupId, ct)
                ?? await dichiarazioni.Impedisce(affidamento, command.NuovoRupId, ct)) is { } no)
            {
                return no with { Field = nameof(NuovoRupId) };
            }

            var rup = await db.RupDellEnte(enteId, clock.Today()).Select(p => p.Id).ToHashSetAsync(ct);
            var da = affidamento.RupId;
            var esito = affidamento.RiassegnaRup(command.NuovoRupId, command.Motivo, rup, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess ? Events.Of(Evento(affidamento, da, command.Motivo!)) : Result<Events>.Refused(esito.Errors);
        }
    }

    /// <summary>
    /// Returns the event of a change of the RUP, with the old RUP, the new RUP and the reason. Its actor is the person who reassigned.
    /// </summary>
    internal static EventToWrite Evento(Affidamento affidamento, Guid da, string motivo) => new(
        Azioni.AffidamentoRiassegnato, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId,
        new JsonObject { ["da"] = da.ToString(), ["a"] = affidamento.RupId.ToString(), ["motivo"] = motivo.Trim() });
}
