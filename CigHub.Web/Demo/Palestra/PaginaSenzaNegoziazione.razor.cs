using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>The portal's menu between the home page and the list.</summary>
public sealed partial class PaginaSenzaNegoziazione
{
    [Parameter, EditorRequired]
    public required Ospite Ospite { get; set; }
}
