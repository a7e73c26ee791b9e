using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>Says when an open request has waited too long for its outcome.</summary>
public sealed class RichiesteSenzaEsito(IOptions<RichiestaSettings> settings, TimeProvider clock)
{
    /// <summary>Says whether a request that began at that instant (UTC) has been open for as many days as the office allows.</summary>
    public bool Contains(DateTime richiestoIl) => clock.GetUtcNow().UtcDateTime - richiestoIl >= TimeSpan.FromDays(settings.Value.GiorniSenzaEsito);
}
