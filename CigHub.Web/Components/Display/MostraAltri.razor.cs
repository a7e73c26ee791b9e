using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>Under a long list: how many are shown of how many, and a button for more. Not there where all are shown.</summary>
public sealed partial class MostraAltri
{
    /// <summary>How many there are in all.</summary>
    [Parameter, EditorRequired]
    public int Totale { get; set; }

    /// <summary>How many of them are shown, from the first.</summary>
    [Parameter, EditorRequired]
    public int Mostrati { get; set; }

    [Parameter]
    public EventCallback<int> MostratiChanged { get; set; }

    /// <summary>How many more each time.</summary>
    [Parameter, EditorRequired]
    public int Passo { get; set; }

    private string Parole => Math.Min(Passo, Totale - Mostrati) is var altri && altri == 1 ? "Mostra l'altro" : $"Mostra altri {altri}";
}
