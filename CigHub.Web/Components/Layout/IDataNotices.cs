namespace CigHub.Web.Components.Layout;

/// <summary>Tells the layout which faults of the data the user should see.</summary>
public interface IDataNotices
{
    /// <summary>Raised on any thread when the faults have changed.</summary>
    event Action? Changed;

    /// <summary>
    /// Returns the faults as Italian sentences. The list is empty when there are none, or when the user's role may not see them.
    /// </summary>
    ValueTask<IReadOnlyList<string>> Current();
}
