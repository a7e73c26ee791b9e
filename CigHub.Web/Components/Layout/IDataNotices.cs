namespace CigHub.Web.Components.Layout;

/// <summary>Tells the layout what is wrong with the data, as far as the person may know it.</summary>
public interface IDataNotices
{
    /// <summary>A sentence came or went; raised on any thread.</summary>
    event Action? Changed;

    /// <summary>Italian sentences; empty when nothing is wrong or it is not for this person.</summary>
    ValueTask<IReadOnlyList<string>> Current();
}
