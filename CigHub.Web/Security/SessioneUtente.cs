using System.Security.Claims;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Security;

/// <summary>From the signed-in principal to the person and the one Appartenenza she acts in; null for somebody whom CigHub does not know.</summary>
/// <remarks>Read once for what a page shows. What she may do is decided again at every command and query.</remarks>
public sealed class SessioneUtente(AuthenticationStateProvider autenticazione, IServiceScopeFactory scopes)
{
    /// <summary>Claim that says in which Appartenenza the person acts; without it, the first that holds.</summary>
    public const string ClaimAppartenenza = "cighub:appartenenza";

    /// <summary>Claim with the id of the person whom the sign-in recognised; somebody unknown has none.</summary>
    public const string ClaimPersona = "cighub:persona";

    /// <summary>Claim with issuer and subject (<see cref="Persona.Identita"/>); the development sign-in has none.</summary>
    public const string ClaimIdentita = "cighub:identita";

    private Task<Utente?>? _corrente;

    public Task<Utente?> Corrente() => _corrente ??= Cerca();

    /// <summary>For pages that only somebody known may open.</summary>
    public async Task<Utente> Richiesto() => await Corrente() ?? throw new InvalidOperationException("The page asked for a person, and nobody known is signed in.");

    public static async Task<Utente?> Di(ClaimsPrincipal principal, CigHubDbContext db, DateOnly oggi, CancellationToken ct = default)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimPersona), out var persona))
        {
            return null;
        }

        // An identity that was unlinked meanwhile is nobody's any more.
        var identita = principal.FindFirstValue(ClaimIdentita);
        return identita is not null && !await db.Persone.AnyAsync(p => p.Id == persona && p.Identita == identita, ct)
            ? null
            : await Di(persona, RuoliDi(principal), Guid.TryParse(principal.FindFirstValue(ClaimAppartenenza), out var id) ? id : null, db, oggi, ct);
    }

    /// <summary>CigHub's roles in the principal; others are not ours.</summary>
    public static IReadOnlyList<Ruolo> RuoliDi(ClaimsPrincipal principal) =>
        [.. principal.FindAll(ClaimTypes.Role).Select(c => ParoleDiRuolo.DaToken(c.Value)).OfType<Ruolo>().Distinct()];

    /// <param name="persona">Who.</param>
    /// <param name="ruoli">The roles that her token gives.</param>
    /// <param name="scelta">The Appartenenza in which she wants to act; without it, or when it does not hold, the first that holds.</param>
    internal static async Task<Utente?> Di(Guid persona, IReadOnlyList<Ruolo> ruoli, Guid? scelta, CigHubDbContext db, DateOnly oggi, CancellationToken ct)
    {
        var trovate = await (
            from p in db.Persone.AsNoTracking()
            join a in db.RuoliValidi(oggi) on p.Id equals a.PersonaId
            where p.Id == persona && p.Attiva && ruoli.Contains(a.Ruolo)
            orderby a.Ruolo, a.Id
            select new { p, a, Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).FirstOrDefault() }).ToListAsync(ct);
        var agisce = trovate.FirstOrDefault(t => t.a.Id == scelta) ?? trovate.FirstOrDefault();
        return agisce is null
            ? null
            : new Utente(
                new Actor(agisce.p.Id, agisce.a.Ruolo, agisce.a.EnteId, ruoli),
                agisce.p.NomeUtente,
                agisce.p.NomeCompleto,
                agisce.a.Ruolo.Dove(agisce.Ente));
    }

    private async Task<Utente?> Cerca()
    {
        var stato = await autenticazione.GetAuthenticationStateAsync();
        await using var scope = scopes.CreateAsyncScope();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        return await Di(stato.User, scope.ServiceProvider.GetRequiredService<CigHubDbContext>(), clock.Oggi());
    }
}
