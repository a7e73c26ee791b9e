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
    private LiveSession? _viva;
    private bool _senzaSessione;

    public event Action? Cambiato;

    public string? Fine => _senzaSessione ? nameof(MotivoFine.Sconosciuta) : _viva?.Fine?.ToString();

    public SessionExpiry? Scade => _viva?.Scade is { } scade ? new SessionExpiry(scade.Quando, scade.Prorogabile) : null;

    public void Attiva() => _viva?.Tocca(clock.GetUtcNow().UtcDateTime);

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var chi = (await autenticazione.GetAuthenticationStateAsync()).User;
        if (chi.Identity?.IsAuthenticated != true)
        {
            return;
        }

        if (TicketStore.IdDi(chi) is not { } id)
        {
            _senzaSessione = true;
            return;
        }

        _viva = await aperte.Entra(id);
        _viva.Cambiata += Riferisci;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Lascia();
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context => Fine is null ? next(context) : Task.CompletedTask;

    public void Dispose() => Lascia();

    private void Riferisci() => Cambiato?.Invoke();

    private void Lascia()
    {
        if (_viva is { } viva)
        {
            viva.Cambiata -= Riferisci;
            viva.Esce();
            _viva = null;
            _senzaSessione = true;
        }
    }
}
