using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Serie;

/// <summary>
/// Reads the data against which the rows of a sheet are checked. The template, the preview and the command all use it, so that they always
/// agree.
/// </summary>
public sealed class PreparazioneSerie(CigHubDbContext db, ListeInVigore liste, TimeProvider clock)
{
    /// <summary>Returns the data for a Convenzione. Returns null when it does not exist, or when the actor acts for no Ente.</summary>
    public async Task<ContestoSerie?> Run(Guid convenzioneId, Actor actor, CancellationToken ct)
    {
        var convenzione = await db.Convenzioni.SingleOrDefaultAsync(c => c.Id == convenzioneId, ct);
        if (convenzione is null || actor.EnteId is not { } enteId)
        {
            return null;
        }

        var oggi = clock.Today();
        var rup = await db.RupDellEnte(enteId, oggi).OrderBy(p => p.Cognome).ThenBy(p => p.NomeUtente)
            .Select(p => new RupSerie(p.Id, p.NomeUtente, p.NomeCompleto)).ToListAsync(ct);
        var chiCarica = actor.Ruolo == Ruolo.Rup && rup.Any(r => r.Id == actor.PersonaId) ? actor.PersonaId : (Guid?)null;
        return new ContestoSerie(
            convenzione,
            await db.Lotti.Where(l => l.ConvenzioneId == convenzioneId).OrderBy(l => l.Numero).ToListAsync(ct),
            await db.Enti.SingleAsync(e => e.Id == enteId, ct),
            rup,
            chiCarica ?? (rup.Count == 1 ? rup[0].Id : null),
            await db.Affidamenti.AsNoTracking().Where(a => a.EnteId == enteId).OrderByDescending(a => a.CreatoIl).Select(a => a.Bozza).FirstOrDefaultAsync(ct),
            await db.Capienze.AsNoTracking().Where(c => db.Lotti.Any(l => l.Id == c.LottoId && l.ConvenzioneId == convenzioneId))
                .ToDictionaryAsync(c => c.LottoId, ct),
            liste.Correnti,
            oggi);
    }

    /// <summary>
    /// Returns the error that stops every draft of the Convenzione, whatever is in the rows. The page shows it before the user fills in a
    /// sheet. Returns null when there is none.
    /// </summary>
    public static Error? Ostacolo(ContestoSerie contesto) =>
        new Result[]
        {
            contesto.Ente.AmmetteNuoveAdesioni(contesto.Oggi),
            contesto.Convenzione.AmmetteNuoveAdesioni(),
            contesto.Convenzione.AmmetteEnte(contesto.Ente.Id),
            contesto.Convenzione.AmmetteAd4("sì")
        }.SelectMany(r => r.Errors).FirstOrDefault()
        ?? (contesto.Aperti.Any() ? null : new Error("serie.senza-lotti", "Questa Convenzione non ha Lotti aperti alle adesioni: scegline un'altra."));
}

/// <summary>Reads the data that the page <em>Affidamenti in serie</em> and its template need.</summary>
public sealed class PreparaSerie(PreparazioneSerie preparazione) : IQuery
{
    public static Permission Requires => Permission.PreparaBozza;

    public Task<ContestoSerie?> Run(Guid convenzioneId, Actor actor, CancellationToken ct = default) => preparazione.Run(convenzioneId, actor, ct);
}
