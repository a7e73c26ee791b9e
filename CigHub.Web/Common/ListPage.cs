namespace CigHub.Web.Common;

/// <summary>One page of a longer list, with the number of rows that the whole list has.</summary>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, int Total);
