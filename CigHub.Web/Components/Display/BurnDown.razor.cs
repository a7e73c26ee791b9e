using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>Shows how a massimale was used up, with the expected exhaustion: a drawing, a sentence that says the finding, and the figures in a table.</summary>
public sealed partial class BurnDown
{
    private static readonly IReadOnlyList<(string Name, string Words)> _legend =
    [
        ("massimale", "massimale"), ("residuo", "residuo"), ("senza", "residuo senza ciò che è in corso"), ("previsione", "previsione"),
        ("giorno", "oggi"), ("fine", "fine adesioni"),
    ];

    /// <summary>Draws words into the drawing. Razor keeps the element «text» for itself, so it is made by hand.</summary>
    private static RenderFragment Written(string x, int y, string anchor, string words) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", "consumo-scritta");
        builder.AddAttribute(2, "x", x);
        builder.AddAttribute(3, "y", y);
        builder.AddAttribute(4, "text-anchor", anchor);
        builder.AddContent(5, words);
        builder.CloseElement();
    };

    /// <summary>The points, the oldest first. The last one is today's.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<BurnDownPoint> Points { get; set; }

    /// <summary>The expected exhaustion, or null where the data do not allow a date.</summary>
    [Parameter, EditorRequired]
    public required BurnDownForecast? Forecast { get; set; }

    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>The last day for adhesions.</summary>
    [Parameter, EditorRequired]
    public DateOnly End { get; set; }

    /// <summary>The sentence that says the finding.</summary>
    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    /// <summary>A word that tells the drawings of one page apart.</summary>
    [Parameter]
    public string Id { get; set; } = "uno";
}
