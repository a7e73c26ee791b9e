namespace CigHub.Web.Components.Layout;

/// <summary>A page that the box «Vai a…» offers: its name, its kind and its address. Equality: by all three.</summary>
public sealed record Destination(string Name, string Kind, string Address);

/// <summary>Finds the pages that the words typed into the box «Vai a…» may mean.</summary>
public interface IGoTo
{
    /// <summary>Returns a few pages for the typed words, the likeliest first. The user may open all of them.</summary>
    ValueTask<IReadOnlyList<Destination>> Search(string testo, CancellationToken ct);
}
