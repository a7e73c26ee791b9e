using CigHub.Web.Common;
using CigHub.Web.Security.Sessioni;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// Connects the page to its session. It reports the user's activity, warns before the session ends, and then opens the page that says why
/// it ended. The rules are in <see cref="ISessionState"/>.
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

    /// <summary>Records that the user is active. <c>js/custode.js</c> calls it at a key, a click or a touch.</summary>
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
    /// Makes the browser leave the page without waiting for an answer, because the circuit of an ended session gives none.
    /// <see cref="NavigationManager"/> would wait for it and log an error a minute later.
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
