using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>
/// Shows under a long list how many of its rows are visible, with a button for more. Shows nothing when all rows are visible.
/// </summary>
public sealed partial class ShowMore
{
    /// <summary>The number of rows that the whole list has.</summary>
    [Parameter, EditorRequired]
    public int Total { get; set; }

    /// <summary>The number of rows that are visible now, from the first on.</summary>
    [Parameter, EditorRequired]
    public int Count { get; set; }

    [Parameter]
    public EventCallback<int> CountChanged { get; set; }

    /// <summary>The number of further rows that one press of the button shows.</summary>
    [Parameter, EditorRequired]
    public int Step { get; set; }

    private string Words => Math.Min(Step, Total - Count) is var altri && altri == 1 ? "Mostra l'altro" : $"Mostra altri {altri}";
}
