namespace CigHub.Web.Common;

/// <summary>One page of a list, with the number of rows of the whole list.</summary>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, int Total);
