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

    /// <summary>The name of the user's role as the screen shows it.</summary>
    public string Ruolo => Actor.Ruolo.Name();
}
