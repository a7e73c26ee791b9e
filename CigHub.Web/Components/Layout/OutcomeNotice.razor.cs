using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// Shows the sentence about the last action. It stays visible while the page scrolls, and a screen reader reads it aloud.
/// </summary>
public sealed partial class OutcomeNotice : IDisposable
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required Outcomes Outcomes { get; set; }

    public void Dispose()
    {
        Outcomes.Changed -= Redraw;
        Navigation.LocationChanged -= OnLocationChanged;
    }

    protected override void OnInitialized()
    {
        Outcomes.Changed += Redraw;
        Navigation.LocationChanged += OnLocationChanged;
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => Outcomes.Arrived();

    private void Redraw() => InvokeAsync(StateHasChanged);
}
