using System.Security.Claims;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Security;
using CigHub.Web.Security.Sessioni;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Account.SceltaDelRuolo;

/// <summary>Reads the roles among which a user can choose, and records the choice.</summary>
public sealed class RuoloChoice(IServiceScopeFactory scopes, CommandRunner runner, PersonalChoices choices, PreferenceGuard guard, TimeProvider clock)
{
    /// <summary>Returns the id of the Appartenenza, or of the delega, in which the session acts, or null when no role is chosen yet.</summary>
    public static Guid? Present(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(UserSession.ClaimAppartenenza), out var id) ? id : null;

    /// <summary>
    /// Returns the roles among which the user can choose, and the id of the one chosen last time, or null. There are no roles when CigHub
    /// does not know the user.
    /// </summary>
    public async Task<(IReadOnlyList<RuoloDisponibile> Ruoli, Guid? Ultima)> Of(ClaimsPrincipal principal)
    {
        var (user, ruoli) = await Find(principal);
        return user is null
            ? ([], null)
            : (ruoli, Guid.TryParse(await choices.Read(user.Actor.PersonaId, PreferenceKey.LastRole), out var ultima) ? ultima : null);
    }

    /// <summary>
    /// Records the choice and returns a principal that acts in the chosen role. Refuses when the person does not hold the role, or no
    /// longer holds it.
    /// </summary>
    public async Task<Result<ClaimsPrincipal>> Choose(ClaimsPrincipal principal, Guid appartenenza)
    {
        var (user, ruoli) = await Find(principal);
        if (user is null || ruoli.SingleOrDefault(r => r.Id == appartenenza) is not { } scelto)
        {
            return CommandRunner.NotFound;
        }

        var actor = user.Actor with { Ruolo = scelto.Ruolo, EnteId = scelto.EnteId, Delega = scelto.Delega };
        if (await runner.Run(new ScegliRuolo(appartenenza), actor) is { IsSuccess: false } rifiuto)
        {
            return Result<ClaimsPrincipal>.Refused(rifiuto.Errors);
        }

        await guard.Own(actor, Permission.VediPortale, own => choices.Remember(own, PreferenceKey.LastRole, appartenenza.ToString()));
        return With(principal, appartenenza);
    }

    /// <summary>Returns a copy of the principal that acts in another role, without the claims of the old session.</summary>
    private static ClaimsPrincipal With(ClaimsPrincipal principal, Guid appartenenza)
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

    private async Task<(CurrentUser? Utente, IReadOnlyList<RuoloDisponibile> Ruoli)> Find(ClaimsPrincipal principal)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        return await UserSession.Of(principal, db, clock.Today()) is { } user
            ? (user, await RuoliDiChiEntra.Of(user.Actor, db, clock.Today()))
            : (null, []);
    }
}
