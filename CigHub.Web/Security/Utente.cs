using CigHub.Web.UseCases;

namespace CigHub.Web.Security;

/// <summary>Who is signed in, as the pages show her and as she acts.</summary>
/// <param name="Attore">What goes into every command and query.</param>
/// <param name="Ente">Denomination, or «Tutti gli Enti» / «Ufficio».</param>
public sealed record Utente(Actor Attore, string NomeUtente, string Nome, string Ente)
{
    public bool Puo(Permission permission) => Attore.Ruolo.Ammette(permission);

    /// <summary>The role's name on screen.</summary>
    public string Ruolo => Attore.Ruolo.Nome();
}
