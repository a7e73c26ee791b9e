namespace CigHub.Web.Common;

/// <summary>One page of a list and how many there are in all.</summary>
public sealed record Pagina<T>(IReadOnlyList<T> Voci, int Totale);
