namespace CigHub.Web.Components.Layout;

/// <summary>A malfunction of the portal that has not ended. Equality: by all members.</summary>
/// <param name="Since">The start of the malfunction, UTC.</param>
public sealed record PortaleFault(Guid Id, int Version, DateTime Since, string Note);

/// <summary>Tells the layout whether the portal works. The feature that records malfunctions implements it.</summary>
public interface IPortaleState
{
    /// <summary>Raised on any thread when a user reports a malfunction or its end.</summary>
    event Action? Changed;

    /// <summary>Returns the malfunction under way, or null when none is reported.</summary>
    ValueTask<PortaleFault?> Current();
}
