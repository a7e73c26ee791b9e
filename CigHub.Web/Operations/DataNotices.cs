using CigHub.Domain.Persone;
using CigHub.Web.Components.Layout;
using CigHub.Web.Data.Start;
using CigHub.Web.Security;

namespace CigHub.Web.Operations;

/// <summary>
/// Gives the sentences about faults of the data to the roles that can act on them, Auditor and Amministratore. Other roles get none.
/// </summary>
internal sealed class DataNotices(DataHealth health, UserSession session) : IDataNotices
{
    public event Action? Changed
    {
        add => health.Changed += value;
        remove => health.Changed -= value;
    }

    public async ValueTask<IReadOnlyList<string>> Current() =>
        await session.Current() is { Actor.Ruolo: Ruolo.Auditor or Ruolo.Amministratore } ? health.Faults : [];
}
