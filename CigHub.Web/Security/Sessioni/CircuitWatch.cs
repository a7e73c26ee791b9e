using CigHub.Web.Data.Preferenze;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CigHub.Web.Security.Sessioni;

/// <summary>
/// Ties a circuit to its session. A circuit does not read its cookie again, so this class watches the session. Once the session has ended
/// it drops all messages of the browser, even if the page is still open.
/// </summary>
/// <remarks>
/// A message of the browser does not count as activity, because an answer to a call of ours is a message too. The page reports the activity
/// of the user (<c>js/custode.js</c>).
/// </remarks>
public sealed class CircuitWatch(AuthenticationStateProvider autenticazione, OpenSessions aperte, TimeProvider clock)
    : CircuitHandler, ISessionState, IDisposable
{
    private LiveSession? _live;
    private bool _withoutSession;

    public event Action? Changed;

    public string? End => _withoutSession ? nameof(MotivoFine.Sconosciuta) : _live?.EndReason?.ToString();

    public SessionExpiry? Expires => _live?.Expires is { } scade ? new SessionExpiry(scade.Quando, scade.Prorogabile) : null;

    public void Touch() => _live?.Touch(clock.GetUtcNow().UtcDateTime);

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var chi = (await autenticazione.GetAuthenticationStateAsync()).User;
        if (chi.Identity?.IsAuthenticated != true)
        {
            return;
        }

        if (TicketStore.IdOf(chi) is not { } id)
        {
            _withoutSession = true;
            return;
        }

        _live = await aperte.Enter(id);
        _live.Changed += Tell;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Leave();
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context => End is null ? next(context) : Task.CompletedTask;

    public void Dispose() => Leave();

    private void Tell() => Changed?.Invoke();

    private void Leave()
    {
        if (_live is { } viva)
        {
            viva.Changed -= Tell;
            viva.Leave();
            _live = null;
            _withoutSession = true;
        }
    }
}
