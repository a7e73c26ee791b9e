using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Layout;

/// <summary>The frame of the panel beside the portal. The panel has a window of its own, or stands in a window that stays on top.</summary>
public sealed partial class PannelloLayout
{
    private readonly Outcomes _outcomes = new();
    private PageErrorBoundary? _confine;
    private bool _interattivo;

    [Inject]
    public required NavigationManager Navigazione { get; init; }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _interattivo = true;
            StateHasChanged();
        }
    }

    private void Ricarica() => Navigazione.Refresh(forceReload: true);
}
