using CigHub.Web.UseCases;

namespace CigHub.Web.Security;

/// <summary>The signed-in user, as pages show the user and as the user acts. Equality: by all members.</summary>
/// <param name="Actor">The actor that every command and query takes.</param>
/// <param name="Ente">The name of the Ente, or «Tutti gli Enti» / «Ufficio».</param>
public sealed record CurrentUser(Actor Actor, string NomeUtente, string Nome, string Ente)
{
    public bool May(Permission permission) => Actor.Ruolo.Allows(permission);

    /// <summary>The name of the role on screen.</summary>
    public string Ruolo => Actor.Ruolo.Name();
}
