using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CigHub.Web.Components.Display;

/// <summary>A state by its word and an icon; the colour only repeats it. Not a MudChip, which is a control: this one does nothing.</summary>
public sealed partial class StatoChip
{
    [Parameter, EditorRequired]
    public required string Testo { get; set; }

    /// <summary>One of <see cref="Icons"/>.</summary>
    [Parameter, EditorRequired]
    public required string Icona { get; set; }

    /// <summary>Success, Warning, Error, Info or Primary; anything else is neutral.</summary>
    [Parameter]
    public Color Colore { get; set; } = Color.Default;

    private string Classe => Colore switch
    {
        Color.Success => "success",
        Color.Warning => "warning",
        Color.Error => "error",
        Color.Info or Color.Primary => "info",
        _ => "default",
    };
}
