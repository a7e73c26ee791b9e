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
public sealed record AvviaSostituzioneRup(Guid AffidamentoId, Guid OperazioneId, ModuloSostituzione Modulo, int Version)
    : ICommand, ISuAffidamento, IVersionato<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersionato.RadiceId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, Dichiarazioni dichiarazioni, TimeProvider clock) : ICommandHandler<AvviaSostituzioneRup>
    {
        public async Task<Result<Eventi>> Handle(AvviaSostituzioneRup command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamenti.SingleAsync(a => a.Id == command.AffidamentoId, ct);
            var letto = command.Modulo.Leggi();
            if (!letto.TryGet(out var atto))
            {
                return Result<Eventi>.Refused(letto.Errors);
            }

            if (await dichiarazioni.Impedisce(affidamento, atto.NuovoRupId, ct) is { } no)
            {
                return no with { Field = nameof(ModuloSostituzione.NuovoRupId) };
            }

            var oggi = clock.Oggi();
            var rup = await db.RupDellEnte(affidamento.EnteId, oggi).Select(p => p.Id).ToHashSetAsync(ct);
            var esito = affidamento.AvviaSostituzioneRup(actor.PersonaId, command.OperazioneId, atto, rup, oggi, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess ? Eventi.Di(affidamento.Evento(Azioni.SostituzioneRupAvviata, command.OperazioneId)) : Result<Eventi>.Refused(esito.Errors);
        }
    }
}
