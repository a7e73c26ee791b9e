using CigHub.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.Pannello;

/// <summary>
/// The button that opens the panel in a window of its own (<c>js/apri-pannello.js</c>), which stays on top of the portal where the browser
/// allows it. When the browser opens no window, it says so and offers a link that opens the panel in a tab.
/// </summary>
public sealed partial class PannelloOpener : IAsyncDisposable
{
    private ElementReference _button;
    private DotNetObjectReference<PannelloOpener>? _self;
    private JsModule? _module;

    /// <summary>Says whether the script already handles clicks on the button. The button is disabled before that.</summary>
    private bool _joined;

    private bool _open;
    private bool _impedito;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public required string Address { get; set; }

    /// <summary>
    /// Occurs when the user has closed a panel that stays on top, so that the page can read the request again. The end of an ordinary
    /// window is not noticed.
    /// </summary>
    [Parameter]
    public EventCallback QuandoChiuso { get; set; }

    [JSInvokable]
    public void Aperto() => Show(aperto: true, impedito: false);

    [JSInvokable]
    public void Impedito() => Show(aperto: false, impedito: true);

    [JSInvokable]
    public async Task Chiuso()
    {
        Show(aperto: false, impedito: false);
        await QuandoChiuso.InvokeAsync();
    }

    public ValueTask DisposeAsync()
    {
        _self?.Dispose();
        return _module?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = new JsModule(Js, "apri-pannello");
            await _module.Call("collega", _button, _self);
            _joined = true;
            StateHasChanged();
        }
    }

    private void Show(bool aperto, bool impedito)
    {
        (_open, _impedito) = (aperto, impedito);
        StateHasChanged();
    }
}
