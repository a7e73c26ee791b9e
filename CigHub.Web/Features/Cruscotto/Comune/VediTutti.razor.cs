using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto.Comune;

/// <summary>The way from the first items of a group to all of them; not there where all are shown.</summary>
public sealed partial class VediTutti
{
    /// <summary>The number of all of them.</summary>
    [Parameter, EditorRequired]
    public int Totale { get; set; }

    /// <summary>The number of those on the page already.</summary>
    [Parameter, EditorRequired]
    public int Mostrati { get; set; }

    /// <summary>The list that shows all of them and nothing else.</summary>
    [Parameter, EditorRequired]
    public required string Href { get; set; }

    [Parameter]
    public string Parole { get; set; } = "Vedi tutti";
}
