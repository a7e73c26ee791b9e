using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.RichiesteDiAccesso;

/// <summary>A person in CigHub who may be the one who made the request for access.</summary>
public sealed record PersonaEsistente(Guid Id, string Nome, string NomeUtente, bool Attiva, bool ConUtenza);

/// <summary>A request for access with everything that an Amministratore needs to decide it.</summary>
/// <param name="Esistente">The person with the identity of the request, or else with its codice fiscale. Null when there is none.</param>
/// <param name="Proposto">The Ente that the request names, when exactly one matches.</param>
/// <param name="DecisaDa">The name of the person who decided.</param>
/// <param name="Propria">Says whether the request is the actor's own. Another Amministratore then decides it.</param>
/// <param name="RuoliDellEsistente">The roles of <paramref name="Esistente"/>.</param>
public sealed record RichiestaDiAccessoDetails(
    RichiestaDiAccesso Richiesta,
    PersonaEsistente? Esistente,
    IReadOnlyList<EnteAperto> Enti,
    Guid? Proposto,
    string? DecisaDa,
    bool Propria,
    DateOnly Oggi,
    IReadOnlyList<RuoloDellaPersona> RuoliDellEsistente);

/// <summary>Reads one request for access by id. Returns null when it does not exist.</summary>
public sealed class DettaglioRichiestaDiAccesso(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.GestisciCatalogo;

    public async Task<RichiestaDiAccessoDetails?> Run(Guid id, Actor actor, CancellationToken ct = default)
    {
        if (await db.RichiesteDiAccesso.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } richiesta)
        {
            return null;
        }

        var oggi = clock.Today();
        var esistente = await db.Persone.AsNoTracking().Where(p => p.Identita == richiesta.Identita || p.CodiceFiscale == richiesta.CodiceFiscale)
            .OrderBy(p => p.Identita == richiesta.Identita ? 0 : 1)
            .Select(p => new PersonaEsistente(p.Id, p.NomeCompleto, p.NomeUtente, p.Attiva, p.Identita != null)).FirstOrDefaultAsync(ct);
        var enti = await db.Enti.AsNoTracking().Where(e => e.ChiusoDal == null || oggi < e.ChiusoDal).OrderBy(e => e.Denominazione)
            .Select(e => new { e.Id, e.Denominazione, e.CodiceFiscale }).ToListAsync(ct);
        var detti = enti
            .Where(e => e.CodiceFiscale == richiesta.CodiceFiscaleEnte
                || string.Equals(e.Denominazione, richiesta.Ente, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var chi = await db.Persone.AsNoTracking().Where(p => p.Id == richiesta.DecisaDa).Select(p => p.NomeCompleto).FirstOrDefaultAsync(ct);
        var io = await db.Persone.AsNoTracking().SingleOrDefaultAsync(p => p.Id == actor.PersonaId, ct);
        return new RichiestaDiAccessoDetails(
            richiesta,
            esistente,
            [.. enti.Select(e => new EnteAperto(e.Id, e.Denominazione))],
            detti.Count == 1 ? detti[0].Id : null,
            chi,
            io is not null && richiesta.AppartieneA(io),
            oggi,
            esistente is null ? [] : await db.RuoliDi(esistente.Id, null, ct));
    }
}
