using CigHub.Web.Common;

namespace CigHub.Web.Security;

/// <summary>
/// The user, the role and the Ente (or «Tutti gli Enti»), as the header of every page shows them. Equality: by all four members.
/// </summary>
public sealed record UserBadge(Guid PersonaId, string Persona, string Ruolo, string Ente);

/// <summary>Tells the layout which user acts in which role. The folder Security implements it.</summary>
public interface IUserBadge
{
    /// <summary>
    /// Returns the user and the role in which the user acts. Returns null when nobody is signed in or CigHub does not know the person.
    /// </summary>
    ValueTask<UserBadge?> Current();

    /// <summary>Says whether the user has other roles to choose from.</summary>
    ValueTask<bool> MayChangeRuolo() => ValueTask.FromResult(false);

    /// <summary>
    /// Says whether the menu shows the user a link to this address (a constant of <see cref="AppRoutes"/>). It only spares useless links:
    /// the page itself checks the permission.
    /// </summary>
    bool Offers(string indirizzo) => true;
}
