using CigHub.Web.Common;

namespace CigHub.Web.Security;

/// <summary>The user, the role and the Ente (or «tutti gli Enti»), as the head of every page shows them. Equality: by all four members.</summary>
public sealed record UserBadge(Guid PersonaId, string Persona, string Ruolo, string Ente);

/// <summary>Tells the layout which user acts in which role. The part that knows people and roles implements it.</summary>
public interface IUserBadge
{
    /// <summary>Returns the user; null when nobody is signed in or CigHub does not know the person.</summary>
    ValueTask<UserBadge?> Current();

    /// <summary>Says whether the user has other roles to choose from.</summary>
    ValueTask<bool> MayChangeRuolo() => ValueTask.FromResult(false);

    /// <summary>
    /// Says whether the menu offers the user this address (a constant of <see cref="AppRoutes"/>). This is only a courtesy: the page checks
    /// again.
    /// </summary>
    bool Offers(string indirizzo) => true;
}
