using CigHub.Web.Components.Layout;

namespace CigHub.Web.Features.Affidamenti.Malfunzionamenti;

/// <summary>
/// Says whether a malfunzionamento of the portal is open. It reads this from the database, and tells every open page when it changes.
/// </summary>
public sealed class PortaleState(IServiceScopeFactory scopes) : IPortaleState
{
    public event Action? Changed;

    public async ValueTask<PortaleFault?> Current()
    {
        await using var scope = scopes.CreateAsyncScope();
        var aperti = await scope.ServiceProvider.GetRequiredService<StoriaMalfunzionamenti>().InCorso();
        return aperti.Select(m => new PortaleFault(m.Id, m.Version, m.Dal, m.Nota)).FirstOrDefault();
    }

    /// <summary>Tells every open page that a malfunzionamento was reported or ended.</summary>
    public void Notify() => Changed?.Invoke();
}
