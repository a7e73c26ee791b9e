using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>An Ente where a person is RUP, with the state of the person's registration on the portal.</summary>
/// <param name="Registrazione">The registration, or null when none was begun.</param>
/// <param name="Mancanti">The data that the request would lack today.</param>
public sealed record RegistrazioneAllEnte(Guid EnteId, string Ente, RegistrazionePortale? Registrazione, IReadOnlyList<DatoMancante> Mancanti)
{
    public StatoRegistrazione Stato => Registrazione?.Stato ?? StatoRegistrazione.DaRichiedere;
}

/// <summary>Reads the registrations of a person on the portal, for each Ente at which the person is RUP or was registered.</summary>
public sealed class RegistrazioniDellaPersona(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiAnagrafe;

    public async Task<IReadOnlyList<RegistrazioneAllEnte>> Run(Guid personaId, Actor actor, CancellationToken ct = default)
    {
        var oggi = clock.Today();
        var persona = await db.Persone.AsNoTracking().SingleOrDefaultAsync(p => p.Id == personaId, ct);
        var registrazioni = await db.RegistrazioniPortale.AsNoTracking().Where(r => r.PersonaId == personaId).ToDictionaryAsync(r => r.EnteId, ct);
        var daRup = db.Appartenenze.Where(Appartenenza.NonFinite(oggi)).Where(a => a.PersonaId == personaId && a.Ruolo == Ruolo.Rup);
        var enti = await db.Enti.AsNoTracking()
            .Where(e => (actor.EnteId == null || e.Id == actor.EnteId)
                && (db.RegistrazioniPortale.Any(r => r.PersonaId == personaId && r.EnteId == e.Id)
                    || daRup.Any(a => a.EnteId == e.Id)))
            .OrderBy(e => e.Denominazione).ToListAsync(ct);
        return persona is null
            ? []
            : [
                .. enti.Select(e => new RegistrazioneAllEnte(
                    e.Id, e.Denominazione, registrazioni.GetValueOrDefault(e.Id), RichiestaDiRegistrazione.Componi(persona, e).Mancanti))];
    }
}
