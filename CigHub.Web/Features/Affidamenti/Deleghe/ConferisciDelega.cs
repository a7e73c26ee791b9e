using System.Text.Json.Nodes;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Affidamenti.Deleghe;

/// <summary>
/// Has a RUP delegate merely executive operations on the RUP's own Affidamenti to a person, by a dated act, from one day to another.
/// </summary>
/// <param name="Id">The Guid v7 of the delega, made by the page.</param>
public sealed record ConferisciDelega(Guid Id, DelegaForm Form) : ICommand
{
    public static Permission Requires => Permission.ConferisciDeleghe;

    public sealed class Handler(CigHubDbContext db, IOptions<DelegheSettings> settings, TimeProvider clock) : ICommandHandler<ConferisciDelega>
    {
        public async Task<Result<Events>> Handle(ConferisciDelega command, Actor actor, CancellationToken ct)
        {
            var letto = command.Form.Read();
            if (!letto.TryGet(out var scritto))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var (delegatoId, contenuto) = scritto;
            if (await db.Persone.SingleOrDefaultAsync(p => p.Id == delegatoId, ct) is not { } delegato)
            {
                return new Error("delega.persona-assente", "Scegli una persona dall'elenco.", nameof(DelegaForm.Delegato));
            }

            var oggi = clock.Today();
            var nomina = await db.RuoliAttivi(Ruolo.Rup, oggi).OrderBy(a => a.Id)
                .FirstAsync(a => a.PersonaId == actor.PersonaId && a.EnteId == actor.EnteId, ct);
            var ruoli = await db.Appartenenze.AsNoTracking().Where(a => a.PersonaId == delegatoId).ToListAsync(ct);
            var suoi = await db.Affidamenti.Where(a => contenuto.Affidamenti.Contains(a.Id) && a.RupId == actor.PersonaId).Select(a => a.Id).ToHashSetAsync(ct);
            var conferita = Delega.Conferisci(
                command.Id, nomina, delegato, ruoli, await db.SoggettoAggregatore(settings.Value, ct), contenuto, suoi, db.Ids.Next, oggi,
                clock.GetUtcNow().UtcDateTime);
            if (!conferita.TryGet(out var delega))
            {
                return Result<Events>.Refused(conferita.Errors);
            }

            db.Deleghe.Add(delega);
            return Events.Of(new EventToWrite(
                Azioni.DelegaConferita, Oggetti.Persona, delegatoId, delega.EnteId, new JsonObject { ["delega"] = delega.Id.ToString() }));
        }
    }
}

internal static class SoggettoAggregatoreQuery
{
    /// <summary>Returns the id of the Ente that is the Soggetto Aggregatore, or null when CigHub does not keep it.</summary>
    public static Task<Guid?> SoggettoAggregatore(this CigHubDbContext db, DelegheSettings settings, CancellationToken ct)
    {
        var codice = CodiceFiscale.Leggi(settings.SoggettoAggregatore).Value;
        return db.Enti.Where(e => e.CodiceFiscale == codice).Select(e => (Guid?)e.Id).SingleOrDefaultAsync(ct);
    }
}
