using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// The layout of the pannello di compilazione, which is used beside the portal in a window of its own, or in one that stays on top.
/// </summary>
public sealed partial class PannelloLayout
{
    private readonly Outcomes _outcomes = new();
    private PageErrorBoundary? _boundary;
    private bool _interactive;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _interactive = true;
            StateHasChanged();
        }
    }

    private void Reload() => Navigation.Refresh(forceReload: true);
}
