using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Begins <em>Sostituzione RUP</em>, with the act that appoints the new RUP. The RUP who leaves or the RUP who takes over begins it.
/// </summary>
/// <param name="OperazioneId">A Guid v7 made by the page.</param>
public sealed record AvviaSostituzioneRup(Guid AffidamentoId, Guid OperazioneId, SostituzioneForm Form, int Version)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, Dichiarazioni dichiarazioni, TimeProvider clock) : ICommandHandler<AvviaSostituzioneRup>
    {
        public async Task<Result<Events>> Handle(AvviaSostituzioneRup command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var letto = command.Form.Read();
            if (!letto.TryGet(out var atto))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            if ((await dichiarazioni.NonScegli(affidamento, actor, atto.NuovoRupId, ct)
                ?? await dichiarazioni.Impedisce(affidamento, atto.NuovoRupId, ct)) is { } no)
            {
                return no with { Field = nameof(SostituzioneForm.NuovoRupId) };
            }

            var oggi = clock.Today();
            var rup = await db.RupDellEnte(affidamento.EnteId, oggi).Select(p => p.Id).ToHashSetAsync(ct);
            var esito = affidamento.AvviaSostituzioneRup(actor.PersonaId, command.OperazioneId, atto, rup, oggi, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess ? Events.Of(affidamento.Evento(Azioni.SostituzioneRupAvviata, command.OperazioneId)) : Result<Events>.Refused(esito.Errors);
        }
    }
}
