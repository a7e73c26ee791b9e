using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Malfunzionamenti;

/// <summary>One time in which the portal did not work, with the people who reported and ended it.</summary>
/// <param name="Al">The end, UTC. Null while the malfunction lasts.</param>
public sealed record MalfunzionamentoRow(Guid Id, int Version, DateTime Dal, DateTime? Al, string Nota, string SegnalatoDa, string? ChiusoDa)
{
    /// <summary>Returns how long the malfunction lasted, or has lasted until now.</summary>
    public TimeSpan Duration(DateTime adesso) => (Al ?? adesso) - Dal;
}

/// <summary>
/// Reads the malfunctions of the portal, the latest first. They belong to the portal and to no Ente, so every user sees them all.
/// </summary>
public sealed class StoriaMalfunzionamenti(CigHubDbContext db) : IQuery
{
    /// <summary>The number that a page shows at first, and adds each time.</summary>
    public const int Passo = 200;

    public static Permission Requires => Permission.VediPortale;

    /// <param name="quanti">The number of malfunctions to read, from the latest.</param>
    public async Task<ListPage<MalfunzionamentoRow>> Run(int quanti = Passo, CancellationToken ct = default) =>
        new(await Voci(db.Malfunzionamenti.OrderByDescending(m => m.Dal).Take(quanti)).ToListAsync(ct), await db.Malfunzionamenti.CountAsync(ct));

    /// <summary>Reads the malfunction that lasts, if there is one.</summary>
    public async Task<IReadOnlyList<MalfunzionamentoRow>> InCorso(CancellationToken ct = default) =>
        await Voci(db.Malfunzionamenti.Where(m => m.Al == null)).ToListAsync(ct);

    private IQueryable<MalfunzionamentoRow> Voci(IQueryable<Malfunzionamento> quali) =>
        from m in quali.AsNoTracking()
        select new MalfunzionamentoRow(
            m.Id,
            m.Version,
            m.Dal,
            m.Al,
            m.Nota,
            db.Persone.Where(p => p.Id == m.SegnalatoDaId).Select(p => p.NomeCompleto).First(),
            db.Persone.Where(p => p.Id == m.ChiusoDaId).Select(p => p.NomeCompleto).FirstOrDefault());
}
