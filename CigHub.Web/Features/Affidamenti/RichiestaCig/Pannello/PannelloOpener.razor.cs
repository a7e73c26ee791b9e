using CigHub.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.Pannello;

/// <summary>
/// Opens the panel on top of the portal, in a window of its own, or says how to set it beside the portal (<c>js/apri-pannello.js</c>).
/// </summary>
public sealed partial class PannelloOpener : IAsyncDisposable
{
    private ElementReference _bottone;
    private DotNetObjectReference<PannelloOpener>? _questo;
    private JsModule? _modulo;

    /// <summary>Says whether the browser hears a click. Before that the button is disabled.</summary>
    private bool _joined;

    private bool _aperto;
    private bool _impedito;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public required string Indirizzo { get; set; }

    /// <summary>Occurs when the panel was closed, so that a page that shows the same things reads them again.</summary>
    [Parameter]
    public EventCallback QuandoChiuso { get; set; }

    [JSInvokable]
    public void Aperto() => Mostra(aperto: true, impedito: false);

    [JSInvokable]
    public void Impedito() => Mostra(aperto: false, impedito: true);

    [JSInvokable]
    public async Task Chiuso()
    {
        Mostra(aperto: false, impedito: false);
        await QuandoChiuso.InvokeAsync();
    }

    public ValueTask DisposeAsync()
    {
        _questo?.Dispose();
        return _modulo?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _questo = DotNetObjectReference.Create(this);
            _modulo = new JsModule(Js, "apri-pannello");
            await _modulo.Chiama("collega", _bottone, _questo);
            _joined = true;
            StateHasChanged();
        }
    }

    private void Mostra(bool aperto, bool impedito)
    {
        (_aperto, _impedito) = (aperto, impedito);
        StateHasChanged();
    }
}
