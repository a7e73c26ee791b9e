using CigHub.Domain.Palestra;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>The page of the palestra that shows the list for printing, without filters and commands.</summary>
public sealed partial class PaginaStampaElenco
{
    [Parameter, EditorRequired]
    public required PalestraGuest Ospite { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<DocumentoPalestra> Documenti { get; set; }

    private static string? Text(object? valore) => valore is DateTime utc ? RomeTime.Text(utc) : valore?.ToString();
}
