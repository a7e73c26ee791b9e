using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>Shows under a long list how many rows are shown, of how many, with a button for more. Shows nothing when all rows are shown.</summary>
public sealed partial class ShowMore
{
    /// <summary>The number of rows in all.</summary>
    [Parameter, EditorRequired]
    public int Total { get; set; }

    /// <summary>The number of rows shown, counted from the first.</summary>
    [Parameter, EditorRequired]
    public int Count { get; set; }

    [Parameter]
    public EventCallback<int> CountChanged { get; set; }

    /// <summary>The number of rows that one press adds.</summary>
    [Parameter, EditorRequired]
    public int Step { get; set; }

    private string Words => Math.Min(Step, Total - Count) is var altri && altri == 1 ? "Mostra l'altro" : $"Mostra altri {altri}";
}
