using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>One row of the table of the elenchi del portale that were recorded before.</summary>
public sealed record ElencoCaricatoRow(Guid Id, string Nome, long Byte, DateTime CaricatoIl, string Chi, int Righe, int Cig, int Aggiornamenti, int Adottati);

/// <summary>Reads the elenchi del portale that an Ente has recorded, newest first.</summary>
public sealed class ElenchiCaricati(CigHubDbContext db) : IQuery
{
    /// <summary>The number of elenchi that the page shows at first, and adds each time the user asks for more.</summary>
    public const int Passo = 50;

    public static Permission Requires => Permission.LeggiAffidamenti;

    /// <param name="quanti">The number of elenchi to read, from the newest.</param>
    public async Task<ListPage<ElencoCaricatoRow>?> Run(int quanti = Passo, CancellationToken ct = default)
    {
        var elenchi = await db.ElenchiPortale.AsNoTracking().OrderByDescending(e => e.CaricatoIl).Take(quanti)
            .Select(e => new { Elenco = e, Chi = db.Persone.Where(p => p.Id == e.CaricatoDa).Select(p => p.NomeCompleto).First() }).ToListAsync(ct);
        return new ListPage<ElencoCaricatoRow>(
            [.. elenchi.Select(e => new ElencoCaricatoRow(
                e.Elenco.Id, e.Elenco.File.Nome, e.Elenco.File.Byte, e.Elenco.CaricatoIl, e.Chi, e.Elenco.Righe, e.Elenco.Cig, e.Elenco.Aggiornamenti,
                e.Elenco.Adottati))],
            await db.ElenchiPortale.CountCapped(ct));
    }
}
