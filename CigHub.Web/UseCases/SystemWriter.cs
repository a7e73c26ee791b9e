using CigHub.Domain.Registro;
using CigHub.Web.Data;

namespace CigHub.Web.UseCases;

/// <summary>
/// Writes as the system itself (demonstration data, start-up). There is no person to authorize, but the transaction and the events are the
/// same as for a command.
/// </summary>
public sealed class SystemWriter(GatedWrites writes)
{
    public Task Write(Func<CigHubDbContext, Task<Events>> lavoro, CancellationToken ct = default) => writes.Run(
        ambito => ambito.OpenForSystem(),
        async write => await write.Save.Save(await lavoro(write.Db), Attore.Sistema, null, ct),
        ct);
}
