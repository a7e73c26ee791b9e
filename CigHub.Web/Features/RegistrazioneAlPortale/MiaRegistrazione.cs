using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>A RUP's registration on the portal with the composed text, as the RUP's own page shows it.</summary>
/// <param name="Registrazione">The registration, or null when none was begun.</param>
/// <param name="Richiesta">The text composed from today's data: the request, or the reminder after the request was sent.</param>
/// <param name="DaSollecitare">Says whether the request has waited long enough for a reminder.</param>
public sealed record RegistrazioneDetails(
    RegistrazionePortale? Registrazione, RichiestaDiRegistrazione Richiesta, string Nome, string Email, string Ente, DateOnly Oggi, bool DaSollecitare)
{
    public StatoRegistrazione Stato => Registrazione?.Stato ?? StatoRegistrazione.DaRichiedere;

    /// <summary>Says whether the composed text is a reminder of a request that was already sent.</summary>
    public bool Sollecito => Stato == StatoRegistrazione.Richiesta;
}

/// <summary>Reads the actor's own registration on the portal, for the Ente for which the actor acts.</summary>
public sealed class MiaRegistrazione(CigHubDbContext db, IOptions<RegistrazioneSettings> settings, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.GestisciRegistrazionePortale;

    public async Task<RegistrazioneDetails?> Run(Actor actor, CancellationToken ct = default)
    {
        var persona = await db.Persone.AsNoTracking().SingleOrDefaultAsync(p => p.Id == actor.PersonaId, ct);
        var ente = await db.Enti.AsNoTracking().SingleOrDefaultAsync(e => e.Id == actor.EnteId, ct);
        if (persona is null || ente is null)
        {
            return null;
        }

        var (sua, oggi) = (await db.RegistrazioneDi(persona.Id, ente.Id, ct), clock.Today());
        var richiesta = RichiestaDiRegistrazione.Componi(persona, ente, sua is { Stato: StatoRegistrazione.Richiesta } ? sua.RichiestaIl : null);
        var daSollecitare = sua?.DaSollecitare(oggi, settings.Value.GiorniSollecito) == true;
        return new RegistrazioneDetails(sua, richiesta, persona.NomeCompleto, persona.Email, ente.Denominazione, oggi, daSollecitare);
    }
}
