namespace CigHub.Web.Components.Display;

/// <summary>One of the <see cref="TabLinks"/> of a page. Equality: by all members.</summary>
/// <param name="IsCurrent">Says whether the page shows this view now.</param>
/// <param name="Count">The number of rows behind the link, which the tab shows in brackets. Null shows no number.</param>
public sealed record TabLink(string Address, string Words, bool IsCurrent = false, int? Count = null);
