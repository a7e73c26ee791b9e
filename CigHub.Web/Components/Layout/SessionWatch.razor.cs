using CigHub.Web.Common;
using CigHub.Web.Security.Sessioni;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// Watches the session from the frame of every page. It reports the user's activity, warns before the session ends, and then leads to the
/// page that says why it ended. <see cref="ISessionState"/> holds the rules of sessions.
/// </summary>
public sealed partial class SessionWatch : IAsyncDisposable
{
    private readonly Lazy<DotNetObjectReference<SessionWatch>> _io;
    private JsModule? _modulo;
    private bool _viaDaQui;

    public SessionWatch() => _io = new(() => DotNetObjectReference.Create(this));

    [Inject]
    public required ISessionState Stato { get; init; }

    [Inject]
    public required NavigationManager Navigazione { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private SessionExpiry? Scade => Stato.Scade;

    /// <summary>Records activity of the user. <c>js/custode.js</c> calls it at a key, a click or a touch.</summary>
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
            _modulo = new JsModule(Js, "custode");
            await _modulo.Chiama("ascolta", _io.Value);
        }
        catch (JSDisconnectedException)
        {
            // The user has left the page already.
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
    /// Tells the browser to leave the page and expects no answer, because the circuit of a session that has ended gives none. A navigation
    /// through <see cref="NavigationManager"/> would wait for the answer and log an error a minute later.
    /// </summary>
    private async Task VaiVia(string indirizzo)
    {
        try
        {
            await Task.WhenAll(_modulo?.Chiama("lascia") ?? Task.CompletedTask, Js.InvokeVoidAsync("location.assign", indirizzo).AsTask());
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The browser has left the page, as expected.
        }
    }
}
