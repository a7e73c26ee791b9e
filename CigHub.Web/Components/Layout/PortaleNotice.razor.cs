using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Layout;

/// <summary>Tells every user that the portal does not work. The banner comes and goes by itself.</summary>
public sealed partial class PortaleNotice : IDisposable
{
    private PortaleFault? _fault;

    [Inject]
    public required IPortaleState Portale { get; init; }

    public void Dispose() => Portale.Changed -= ReadAgain;

    protected override async Task OnInitializedAsync()
    {
        Portale.Changed += ReadAgain;
        _fault = await Portale.Current();
    }

    private void ReadAgain() => InvokeAsync(async () =>
    {
        _fault = await Portale.Current();
        StateHasChanged();
    });
}
