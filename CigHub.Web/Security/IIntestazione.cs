using CigHub.Web.Common;

namespace CigHub.Web.Security;

/// <summary>Who is acting, in which role, at which Ente (or «tutti gli Enti»), as the head of every page says it. Equality: by all four.</summary>
public sealed record Intestazione(Guid PersonaId, string Persona, string Ruolo, string Ente);

/// <summary>Tells the layout who is acting; implemented where people and roles are known.</summary>
public interface IIntestazione
{
    /// <summary>Null: nobody is signed in, or the person is not known to CigHub.</summary>
    ValueTask<Intestazione?> Corrente();

    /// <summary>Whether who is acting has other roles to act in.</summary>
    ValueTask<bool> PuoCambiareRuolo() => ValueTask.FromResult(false);

    /// <summary>Whether the menu offers this address (a constant of <see cref="AppRoutes"/>) to who is acting. Only a courtesy: the page checks again.</summary>
    bool Offre(string indirizzo) => true;
}
