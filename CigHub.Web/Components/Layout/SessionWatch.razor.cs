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
    private readonly Lazy<DotNetObjectReference<SessionWatch>> _self;
    private JsModule? _module;
    private bool _leaving;

    public SessionWatch() => _self = new(() => DotNetObjectReference.Create(this));

    [Inject]
    public required ISessionState State { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private SessionExpiry? Expires => State.Expires;

    /// <summary>Records activity of the user. <c>js/custode.js</c> calls it at a key, a click or a touch.</summary>
    [JSInvokable]
    public void Segna() => State.Touch();

    public async ValueTask DisposeAsync()
    {
        State.Changed -= OnChanged;
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }

        if (_self.IsValueCreated)
        {
            _self.Value.Dispose();
        }
    }

    protected override void OnInitialized() => State.Changed += OnChanged;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (LeaveIfEnded() || !firstRender)
        {
            return;
        }

        try
        {
            _module = new JsModule(Js, "custode");
            await _module.Call("ascolta", _self.Value);
        }
        catch (JSDisconnectedException)
        {
            // The user has left the page already.
        }
    }

    private void OnChanged() => InvokeAsync(() =>
    {
        if (!LeaveIfEnded())
        {
            StateHasChanged();
        }
    });

    private bool LeaveIfEnded()
    {
        if (State.End is not { } motivo)
        {
            return false;
        }

        if (!_leaving)
        {
            _leaving = true;
            _ = Leave(AppRoutes.SessioneFinitaPer(motivo, "/" + Navigation.ToBaseRelativePath(Navigation.Uri)));
        }

        return true;
    }

    /// <summary>
    /// Tells the browser to leave the page and expects no answer, because the circuit of a session that has ended gives none. A navigation
    /// through <see cref="NavigationManager"/> would wait for the answer and log an error a minute later.
    /// </summary>
    private async Task Leave(string indirizzo)
    {
        try
        {
            await Task.WhenAll(_module?.Call("lascia") ?? Task.CompletedTask, Js.InvokeVoidAsync("location.assign", indirizzo).AsTask());
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The browser has left the page, as expected.
        }
    }
}
