using System.Security.Claims;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Security.Sessioni;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Security;

/// <summary>
/// Finds the person who is signed in and the one Appartenenza in which the person acts. Returns null when CigHub does not know the person.
/// </summary>
/// <remarks>The user is read once, for what a page shows. Every command and query checks the rights again.</remarks>
public sealed class UserSession(AuthenticationStateProvider autenticazione, IServiceScopeFactory scopes)
{
    /// <summary>
    /// The claim with the id of the Appartenenza, or of the delega, in which the user acts. Without the claim, the user acts in the first
    /// valid Appartenenza.
    /// </summary>
    public const string ClaimAppartenenza = "cighub:appartenenza";

    /// <summary>The claim with the id of the person. It is missing while CigHub does not know the person.</summary>
    public const string ClaimPersona = "cighub:persona";

    /// <summary>
    /// The claim with the issuer and subject at the identity provider (<see cref="Persona.Identita"/>). The sign-in in Development sets
    /// none.
    /// </summary>
    public const string ClaimIdentita = "cighub:identita";

    private Task<CurrentUser?>? _current;

    public Task<CurrentUser?> Current() => _current ??= Search();

    /// <summary>Returns the signed-in user, for pages that only a known person can open. Throws when there is none.</summary>
    public async Task<CurrentUser> Required() =>
        await Current() ?? throw new InvalidOperationException("The page asked for a person, and nobody known is signed in.");

    public static async Task<CurrentUser?> Of(ClaimsPrincipal principal, CigHubDbContext db, DateOnly oggi, CancellationToken ct = default)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimPersona), out var persona))
        {
            return null;
        }

        // An identity that the office unlinked after the sign-in no longer belongs to the person.
        var identita = principal.FindFirstValue(ClaimIdentita);
        return identita is not null && !await db.Persone.AnyAsync(p => p.Id == persona && p.Identita == identita, ct)
            ? null
            : await Of(persona, RuoliOf(principal), Guid.TryParse(principal.FindFirstValue(ClaimAppartenenza), out var id) ? id : null, db, oggi, ct);
    }

    /// <summary>Returns the roles of CigHub among the role claims of a principal. Other role claims are left out.</summary>
    public static IReadOnlyList<Ruolo> RuoliOf(ClaimsPrincipal principal) =>
        [.. principal.FindAll(ClaimTypes.Role).Select(c => RuoloWords.FromToken(c.Value)).OfType<Ruolo>().Distinct()];

    /// <param name="persona">The id of the person.</param>
    /// <param name="ruoli">The roles in the person's token.</param>
    /// <param name="scelta">The Appartenenza or the delega that the user has chosen. When it is null or not valid, the user acts in the
    /// first valid Appartenenza.</param>
    internal static async Task<CurrentUser?> Of(Guid persona, IReadOnlyList<Ruolo> ruoli, Guid? scelta, CigHubDbContext db, DateOnly oggi, CancellationToken ct)
    {
        var trovate = await (
            from p in db.Persone.AsNoTracking()
            join a in db.RuoliValidi(oggi) on p.Id equals a.PersonaId
            where p.Id == persona && p.Attiva && ruoli.Contains(a.Ruolo)
            orderby a.Ruolo, a.Id
            select new { p, a, Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).FirstOrDefault() }).ToListAsync(ct);
        var agisce = trovate.FirstOrDefault(t => t.a.Id == scelta) ?? trovate.FirstOrDefault();
        if (agisce is null)
        {
            return null;
        }

        // The chosen id may be that of a delega, in whose role the person acts instead of in an Appartenenza.
        var perDelega = scelta is null || agisce.a.Id == scelta
            ? null
            : (await RuoliDiChiEntra.PerDelega(persona, ruoli, db, oggi, ct)).SingleOrDefault(r => r.Id == scelta);
        return perDelega is not null
            ? new CurrentUser(
                new Actor(persona, perDelega.Ruolo, perDelega.EnteId, ruoli) { Delega = perDelega.Delega },
                agisce.p.NomeUtente,
                agisce.p.NomeCompleto,
                perDelega.Ente)
            : new CurrentUser(
                new Actor(agisce.p.Id, agisce.a.Ruolo, agisce.a.EnteId, ruoli),
                agisce.p.NomeUtente,
                agisce.p.NomeCompleto,
                agisce.a.Ruolo.Where(agisce.Ente));
    }

    private async Task<CurrentUser?> Search()
    {
        var stato = await autenticazione.GetAuthenticationStateAsync();
        await using var scope = scopes.CreateAsyncScope();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        return await Of(stato.User, scope.ServiceProvider.GetRequiredService<CigHubDbContext>(), clock.Today());
    }
}
