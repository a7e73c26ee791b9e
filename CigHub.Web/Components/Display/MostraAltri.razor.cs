using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>Under a long list: how many are shown of how many, and a button for more. Not there where all are shown.</summary>
public sealed partial class MostraAltri
{
    /// <summary>The number of all of them.</summary>
    [Parameter, EditorRequired]
    public int Totale { get; set; }

    /// <summary>The number of those shown, from the first.</summary>
    [Parameter, EditorRequired]
    public int Mostrati { get; set; }

    [Parameter]
    public EventCallback<int> MostratiChanged { get; set; }

    /// <summary>The number of those added each time.</summary>
    [Parameter, EditorRequired]
    public int Passo { get; set; }

    private string Parole => Math.Min(Passo, Totale - Mostrati) is var altri && altri == 1 ? "Mostra l'altro" : $"Mostra altri {altri}";
}
