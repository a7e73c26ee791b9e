namespace CigHub.Web.Components.Layout;

/// <summary>A place to go to: its name, its kind and its address. Equality: by all three.</summary>
public sealed record Destination(string Name, string Kind, string Address);

/// <summary>Finds the places that a few typed words may mean.</summary>
public interface IGoTo
{
    /// <summary>Returns a few places, the likeliest first. All of them are places that the user may open.</summary>
    ValueTask<IReadOnlyList<Destination>> Search(string testo);
}
