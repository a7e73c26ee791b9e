using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Layout;

/// <summary>Shows every user a banner while a malfunction of the portal is reported. It appears and disappears without a reload.</summary>
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
