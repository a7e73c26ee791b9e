using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Malfunzionamenti;

/// <summary>One malfunzionamento of the portal: from when to when, and the people who reported and ended it.</summary>
/// <param name="Al">The end, UTC. Null while the malfunzionamento is open.</param>
public sealed record MalfunzionamentoRow(Guid Id, int Version, DateTime Dal, DateTime? Al, string Nota, string SegnalatoDa, string? ChiusoDa)
{
    /// <summary>
    /// Returns how long the malfunzionamento lasted, or how long it has lasted until <paramref name="adesso"/> (UTC) when it is still open.
    /// </summary>
    public TimeSpan Duration(DateTime adesso) => (Al ?? adesso) - Dal;
}

/// <summary>Reads the malfunzionamenti of the portal, the latest first. They belong to no Ente, so every user sees them all.</summary>
public sealed class StoriaMalfunzionamenti(CigHubDbContext db) : IQuery
{
    /// <summary>The number of malfunzionamenti that a page shows at first, and adds each time the user asks for more.</summary>
    public const int Passo = 200;

    public static Permission Requires => Permission.VediPortale;

    /// <param name="quanti">The number of malfunzionamenti to read, from the latest.</param>
    public async Task<ListPage<MalfunzionamentoRow>> Run(int quanti = Passo, CancellationToken ct = default) =>
        new(await Voci(db.Malfunzionamenti.OrderByDescending(m => m.Dal).Take(quanti)).ToListAsync(ct), await db.Malfunzionamenti.CountCapped(ct));

    /// <summary>Reads the malfunzionamento that is open now. Returns a list of one, or an empty list when the portal works.</summary>
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
