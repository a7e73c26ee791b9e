using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Layout;

/// <summary>Tells every user that the portal does not work. The banner comes and goes by itself.</summary>
public sealed partial class PortaleNotice : IDisposable
{
    private PortaleFault? _guasto;

    [Inject]
    public required IPortaleState Portale { get; init; }

    public void Dispose() => Portale.Cambiato -= Rileggi;

    protected override async Task OnInitializedAsync()
    {
        Portale.Cambiato += Rileggi;
        _guasto = await Portale.InCorso();
    }

    private void Rileggi() => InvokeAsync(async () =>
    {
        _guasto = await Portale.InCorso();
        StateHasChanged();
    });
}
