namespace CigHub.Web.Components.Layout;

/// <summary>A malfunction of the portal that lasts. Equality: by all members.</summary>
/// <param name="Dal">Since when, UTC.</param>
public sealed record GuastoPortale(Guid Id, int Version, DateTime Dal, string Nota);

/// <summary>Tells the layout whether the portal works; implemented where malfunctions are kept.</summary>
public interface IStatoPortale
{
    /// <summary>Somebody reported a malfunction or the end of one; raised on any thread.</summary>
    event Action? Cambiato;

    /// <summary>Null: nobody has reported that it does not work.</summary>
    ValueTask<GuastoPortale?> InCorso();
}
