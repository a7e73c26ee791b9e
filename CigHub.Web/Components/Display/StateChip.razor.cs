using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CigHub.Web.Components.Display;

/// <summary>
/// Shows a state by a word and an icon. The color only repeats them. It is no MudChip, because a MudChip is a control and this is only
/// text.
/// </summary>
public sealed partial class StateChip
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The icon of the state: one of the constants of <see cref="Icons"/>.</summary>
    [Parameter, EditorRequired]
    public required string Icon { get; set; }

    /// <summary>The color of the state: Success, Warning, Error, Info or Primary. Any other color is shown as neutral.</summary>
    [Parameter]
    public Color Color { get; set; } = Color.Default;

    /// <summary>Draws the state inside another plain part.</summary>
    public static RenderFragment Of(string text, string icon, Color color = Color.Default) =>
        Drawn.By<StateChip>((nameof(Text), text), (nameof(Icon), icon), (nameof(Color), color));

    private string Class => Color switch
    {
        Color.Success => "success",
        Color.Warning => "warning",
        Color.Error => "error",
        Color.Info or Color.Primary => "info",
        _ => "default",
    };
}
