using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CigHub.Web.Components.Display;

/// <summary>
/// Draws an icon exactly as MudIcon does, but as markup without a component. All the places of an icon share one text.
/// </summary>
public static class IconMarkup
{
    private static readonly ConcurrentDictionary<(string Icon, Size Size), MarkupString> _drawn = new();

    /// <param name="icon">One of the constants of <see cref="Icons"/>; never a text that a user has written.</param>
    public static MarkupString Of(string icon, Size size = Size.Medium) => _drawn.GetOrAdd((icon, size), i => new MarkupString(
        $"<svg class=\"mud-icon-root mud-svg-icon mud-icon-size-{i.Size.ToString().ToLowerInvariant()}\" focusable=\"false\" viewBox=\"0 0 24 24\" "
        + $"aria-hidden=\"true\" role=\"img\">{i.Icon}</svg>"));
}
