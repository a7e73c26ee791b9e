using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>The way through a long list; each page has an address of its own. Pages count from one.</summary>
public sealed partial class Pagine
{
    [Parameter, EditorRequired]
    public int Attuale { get; set; }

    [Parameter, EditorRequired]
    public int Totale { get; set; }

    [Parameter, EditorRequired]
    public required Func<int, string> Indirizzo { get; set; }
}
