using CigHub.Web.Common;
using CigHub.Web.Security.Sessioni;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// Watches over the session from the frame of every page: hears when the person does something, warns before the end, and when it has
/// ended leads to the page that says why. It knows nothing of sessions itself.
/// </summary>
public sealed partial class CustodeSessione : IAsyncDisposable
{
    private readonly Lazy<DotNetObjectReference<CustodeSessione>> _io;
    private ModuloJs? _modulo;
    private bool _viaDaQui;

    public CustodeSessione() => _io = new(() => DotNetObjectReference.Create(this));

    [Inject]
    public required IStatoSessione Stato { get; init; }

    [Inject]
    public required NavigationManager Navigazione { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private ScadenzaSessione? Scade => Stato.Scade;

    /// <summary>From <c>js/custode.js</c>: a key, a click, a touch.</summary>
    [JSInvokable]
    public void Segna() => Stato.Attiva();

    public async ValueTask DisposeAsync()
    {
        Stato.Cambiato -= AlCambiamento;
        if (_modulo is not null)
        {
            await _modulo.DisposeAsync();
        }

        if (_io.IsValueCreated)
        {
            _io.Value.Dispose();
        }
    }

    protected override void OnInitialized() => Stato.Cambiato += AlCambiamento;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (VaiViaSeFinita() || !firstRender)
        {
            return;
        }

        try
        {
            _modulo = new ModuloJs(Js, "custode");
            await _modulo.Chiama("ascolta", _io.Value);
        }
        catch (JSDisconnectedException)
        {
            // The page has been left already.
        }
    }

    private void AlCambiamento() => InvokeAsync(() =>
    {
        if (!VaiViaSeFinita())
        {
            StateHasChanged();
        }
    });

    private bool VaiViaSeFinita()
    {
        if (Stato.Fine is not { } motivo)
        {
            return false;
        }

        if (!_viaDaQui)
        {
            _viaDaQui = true;
            _ = VaiVia(AppRoutes.SessioneFinitaPer(motivo, "/" + Navigazione.ToBaseRelativePath(Navigazione.Uri)));
        }

        return true;
    }

    /// <summary>
    /// Tells the browser to leave the page, and expects no answer: the circuit of a session that has ended takes none. A navigation through
    /// <see cref="NavigationManager"/> would wait for it and write an error into the log a minute later.
    /// </summary>
    private async Task VaiVia(string indirizzo)
    {
        try
        {
            await Task.WhenAll(_modulo?.Chiama("lascia") ?? Task.CompletedTask, Js.InvokeVoidAsync("location.assign", indirizzo).AsTask());
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The page has gone, as it was told.
        }
    }
}
