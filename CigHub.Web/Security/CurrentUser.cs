using CigHub.Web.UseCases;

namespace CigHub.Web.Security;

/// <summary>
/// The signed-in user: the names that pages show, and the actor in whose name commands and queries run. Equality: by all members.
/// </summary>
/// <param name="Actor">The actor that every command and query takes.</param>
/// <param name="Ente">The name of the Ente, or «Tutti gli Enti» / «Ufficio».</param>
public sealed record CurrentUser(Actor Actor, string NomeUtente, string Nome, string Ente)
{
    public bool May(Permission permission) => Actor.Ruolo.Allows(permission);

    /// <summary>Says whether the user holds the permission in a role of their own, not as a delegate.</summary>
    public bool MayInOwnRole(Permission permission) => Actor.Delega is null && May(permission);

    /// <summary>Says whether the user's role allows the command, and for a delegate whether the delega includes it.</summary>
    public bool May<TCommand>()
        where TCommand : ICommand => Actor.May<TCommand>();

    /// <summary>The name of the user's role as the screen shows it.</summary>
    public string Ruolo => Actor.Ruolo.Name();
}
