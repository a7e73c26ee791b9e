using System.Security.Claims;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Security;
using CigHub.Web.Security.Sessioni;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Account.SceltaDelRuolo;

/// <summary>Reads the roles from which a user may choose and the role chosen last time, and records the choice.</summary>
public sealed class RuoloChoice(IServiceScopeFactory scopes, CommandRunner runner, PersonalChoices scelte, PreferenceGuard guard, TimeProvider clock)
{
    /// <summary>The id of the Appartenenza in which the session acts. Null when no role is chosen yet.</summary>
    public static Guid? Attuale(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(UserSession.ClaimAppartenenza), out var id) ? id : null;

    /// <summary>
    /// Returns the roles from which the user may choose, and the one chosen last time. The list is empty when CigHub does not know the
    /// user.
    /// </summary>
    public async Task<(IReadOnlyList<RuoloDisponibile> Ruoli, Guid? Ultima)> Di(ClaimsPrincipal principal)
    {
        var (utente, ruoli) = await Trova(principal);
        return utente is null
            ? ([], null)
            : (ruoli, Guid.TryParse(await scelte.Leggi(utente.Attore.PersonaId, PreferenceKey.LastRole), out var ultima) ? ultima : null);
    }

    /// <summary>
    /// Records the choice and returns a principal that acts in the chosen role. Refuses when the person does not hold the role, or no
    /// longer holds it.
    /// </summary>
    public async Task<Result<ClaimsPrincipal>> Scegli(ClaimsPrincipal principal, Guid appartenenza)
    {
        var (utente, ruoli) = await Trova(principal);
        if (utente is null || ruoli.SingleOrDefault(r => r.Id == appartenenza) is not { } scelto)
        {
            return CommandRunner.NonTrovato;
        }

        var attore = utente.Attore with { Ruolo = scelto.Ruolo, EnteId = scelto.EnteId };
        if (await runner.Esegui(new ScegliRuolo(appartenenza), attore) is { IsSuccess: false } rifiuto)
        {
            return Result<ClaimsPrincipal>.Refused(rifiuto.Errors);
        }

        await guard.Own(attore, Permission.VediPortale, own => scelte.Ricorda(own, PreferenceKey.LastRole, appartenenza.ToString()));
        return Con(principal, appartenenza);
    }

    /// <summary>Returns a copy of the principal in another role, without the claims of the old session.</summary>
    private static ClaimsPrincipal Con(ClaimsPrincipal principal, Guid appartenenza)
    {
        // ClaimsPrincipal.Clone shares the identities, so removing the claim there would also remove it from the request's principal, which
        // still needs it to end the session.
        var copia = new ClaimsPrincipal(principal.Identities.Select(i => i.Clone()));
        foreach (var identita in copia.Identities)
        {
            foreach (var claim in identita.FindAll(c => c.Type is UserSession.ClaimAppartenenza or TicketStore.ClaimSessione).ToList())
            {
                identita.RemoveClaim(claim);
            }
        }

        ((ClaimsIdentity)copia.Identity!).AddClaim(new Claim(UserSession.ClaimAppartenenza, appartenenza.ToString()));
        return copia;
    }

    private async Task<(CurrentUser? Utente, IReadOnlyList<RuoloDisponibile> Ruoli)> Trova(ClaimsPrincipal principal)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        return await UserSession.Di(principal, db, clock.Oggi()) is { } utente
            ? (utente, await RuoliDiChiEntra.Di(utente.Attore, db, clock.Oggi()))
            : (null, []);
    }
}
