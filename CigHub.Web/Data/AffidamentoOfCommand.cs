using CigHub.Domain.Affidamenti;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data;

/// <summary>Loads the Affidamento for a command that needs no other data, by a query that is compiled once.</summary>
internal static class AffidamentoOfCommand
{
    private static readonly Func<CigHubDbContext, Guid, CancellationToken, Task<Affidamento>> _one = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid id, CancellationToken ct) => db.Affidamenti.Single(a => a.Id == id));

    public static Task<Affidamento> Affidamento(this CigHubDbContext db, Guid id, CancellationToken ct) => _one(db, id, ct);
}
