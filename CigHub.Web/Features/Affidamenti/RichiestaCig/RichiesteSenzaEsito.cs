using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>Decides whether a request of a CIG has been open for too long without an outcome.</summary>
public sealed class RichiesteSenzaEsito(IOptions<RichiestaSettings> settings, TimeProvider clock)
{
    /// <summary>
    /// Says whether a request that began at the given instant (UTC) has been open for at least as many days as the office allows.
    /// </summary>
    public bool Contains(DateTime richiestoIl) => clock.GetUtcNow().UtcDateTime - richiestoIl >= TimeSpan.FromDays(settings.Value.GiorniSenzaEsito);
}
