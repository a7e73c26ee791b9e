using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Malfunzionamenti;

/// <summary>One time in which the portal did not work, with who said so.</summary>
/// <param name="Al">Null while it lasts.</param>
public sealed record VoceMalfunzionamento(Guid Id, int Version, DateTime Dal, DateTime? Al, string Nota, string SegnalatoDa, string? ChiusoDa)
{
    /// <summary>How long it lasted, or has lasted until now.</summary>
    public TimeSpan Durata(DateTime adesso) => (Al ?? adesso) - Dal;
}

/// <summary>The malfunctions of the portal, the latest first. They are of the portal and of no Ente: everybody sees them all.</summary>
public sealed class StoriaMalfunzionamenti(CigHubDbContext db) : IQuery
{
    /// <summary>The number that a page shows at first, and adds each time.</summary>
    public const int Passo = 200;

    public static Permission Requires => Permission.VediPortale;

    /// <param name="quanti">The latest so many.</param>
    public async Task<Pagina<VoceMalfunzionamento>> Esegui(int quanti = Passo, CancellationToken ct = default) =>
        new(await Voci(db.Malfunzionamenti.OrderByDescending(m => m.Dal).Take(quanti)).ToListAsync(ct), await db.Malfunzionamenti.CountAsync(ct));

    /// <summary>The one that lasts, if there is one.</summary>
    public async Task<IReadOnlyList<VoceMalfunzionamento>> InCorso(CancellationToken ct = default) =>
        await Voci(db.Malfunzionamenti.Where(m => m.Al == null)).ToListAsync(ct);

    private IQueryable<VoceMalfunzionamento> Voci(IQueryable<Malfunzionamento> quali) =>
        from m in quali.AsNoTracking()
        select new VoceMalfunzionamento(
            m.Id,
            m.Version,
            m.Dal,
            m.Al,
            m.Nota,
            db.Persone.Where(p => p.Id == m.SegnalatoDaId).Select(p => p.NomeCompleto).First(),
            db.Persone.Where(p => p.Id == m.ChiusoDaId).Select(p => p.NomeCompleto).FirstOrDefault());
}
