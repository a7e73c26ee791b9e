using CigHub.Web.UseCases;

namespace CigHub.Web.Security;

/// <summary>The signed-in user, as pages show the user and as the user acts. Equality: by all members.</summary>
/// <param name="Attore">The actor that every command and query takes.</param>
/// <param name="Ente">The name of the Ente, or «Tutti gli Enti» / «Ufficio».</param>
public sealed record CurrentUser(Actor Attore, string NomeUtente, string Nome, string Ente)
{
    public bool Puo(Permission permission) => Attore.Ruolo.Ammette(permission);

    /// <summary>The name of the role on screen.</summary>
    public string Ruolo => Attore.Ruolo.Nome();
}
