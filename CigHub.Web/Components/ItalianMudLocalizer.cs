using System.Globalization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CigHub.Web.Components;

/// <summary>
/// The labels of those MudBlazor components that CigHub uses, in Italian, for screen readers. A test fails when such a component has a
/// label that is missing here, or when a label stands here that no component in use has.
/// </summary>
public sealed class ItalianMudLocalizer : MudLocalizer
{
    private static readonly Dictionary<string, string> Entries = new(StringComparer.Ordinal)
    {
        ["MudAlert_Close"] = "Chiudi",
        ["MudDialog_Close"] = "Chiudi",
    };

    /// <summary>The keys of all labels.</summary>
    public static IReadOnlyCollection<string> Keys => Entries.Keys;

    public override LocalizedString this[string key] =>
        Entries.TryGetValue(key, out var testo) ? new LocalizedString(key, testo) : new LocalizedString(key, key, resourceNotFound: true);

    public override LocalizedString this[string key, params object[] arguments] =>
        this[key] is { ResourceNotFound: false } voce ? new LocalizedString(key, string.Format(CultureInfo.CurrentCulture, voce.Value, arguments)) : this[key];
}
