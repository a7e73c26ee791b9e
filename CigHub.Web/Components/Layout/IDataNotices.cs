namespace CigHub.Web.Components.Layout;

/// <summary>Tells the layout what is wrong with the data, as far as the user may know it.</summary>
public interface IDataNotices
{
    /// <summary>Raised on any thread when the sentences have changed.</summary>
    event Action? Changed;

    /// <summary>Returns Italian sentences. The list is empty when nothing is wrong or the user may not know.</summary>
    ValueTask<IReadOnlyList<string>> Current();
}
