using System.Security.Claims;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Security;
using CigHub.Web.Security.Sessioni;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Account.SceltaDelRuolo;

/// <summary>The role in which a person acts: what she may choose from, what she chose last, and the choice itself.</summary>
public sealed class SceltaRuolo(IServiceScopeFactory scopes, CommandRunner runner, SceltePersonali scelte, PreferenceGuard guard, TimeProvider clock)
{
    /// <summary>The Appartenenza that the session acts in; null: not chosen yet.</summary>
    public static Guid? Attuale(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(SessioneUtente.ClaimAppartenenza), out var id) ? id : null;

    /// <summary>Empty for somebody whom CigHub does not know.</summary>
    public async Task<(IReadOnlyList<RuoloDisponibile> Ruoli, Guid? Ultima)> Di(ClaimsPrincipal principal)
    {
        var (utente, ruoli) = await Trova(principal);
        return utente is null
            ? ([], null)
            : (ruoli, Guid.TryParse(await scelte.Leggi(utente.Attore.PersonaId, PreferenceKey.LastRole), out var ultima) ? ultima : null);
    }

    /// <summary>Records the choice and returns the principal that acts in it; a refusal when the person does not hold the role (any more).</summary>
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

    /// <summary>The same person in another role: of her old session nothing comes along.</summary>
    private static ClaimsPrincipal Con(ClaimsPrincipal principal, Guid appartenenza)
    {
        // A principal's own Clone shares the identities, and the request's would lose the session that is to be ended.
        var copia = new ClaimsPrincipal(principal.Identities.Select(i => i.Clone()));
        foreach (var identita in copia.Identities)
        {
            foreach (var claim in identita.FindAll(c => c.Type is SessioneUtente.ClaimAppartenenza or ArchivioBiglietti.ClaimSessione).ToList())
            {
                identita.RemoveClaim(claim);
            }
        }

        ((ClaimsIdentity)copia.Identity!).AddClaim(new Claim(SessioneUtente.ClaimAppartenenza, appartenenza.ToString()));
        return copia;
    }

    private async Task<(Utente? Utente, IReadOnlyList<RuoloDisponibile> Ruoli)> Trova(ClaimsPrincipal principal)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        return await SessioneUtente.Di(principal, db, clock.Oggi()) is { } utente
            ? (utente, await RuoliDisponibili.Di(utente.Attore, db, clock.Oggi()))
            : (null, []);
    }
}
