using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa;

/// <summary>One row of the table of the spending: a Convenzione with the totals over all its Lotti.</summary>
public sealed record SpesaRow(
    Guid ConvenzioneId, string Titolo, DateOnly AdesioniAl, int Lotti, Importo Massimale, Importo Aderito, Importo Riservato,
    Importo AltreAdesioni, bool Sforamento)
{
    public Importo Residuo => Massimale - Aderito - Riservato - AltreAdesioni;
}

/// <summary>
/// Returns the massimale, aderito, riservato, altre adesioni and Residuo of each Convenzione, the smallest Residuo first. SQL computes the
/// sums.
/// </summary>
public sealed class SpesaPerConvenzione(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<IReadOnlyList<SpesaRow>> Run(CancellationToken ct = default)
    {
        var totali = await (
            from l in db.Lotti
            join k in db.Capienze on l.Id equals k.LottoId
            group k by l.ConvenzioneId into g
            select new
            {
                ConvenzioneId = g.Key,
                Lotti = g.Count(),
                Massimale = g.Sum(k => k.Massimale.Centesimi),
                Aderito = g.Sum(k => k.Aderito.Centesimi),
                Riservato = g.Sum(k => k.Riservato.Centesimi),
                Altre = g.Sum(k => k.AltreAdesioni.Centesimi),
                Sforamento = g.Any(k => k.SforamentoDaRegolarizzare),
            }).ToDictionaryAsync(t => t.ConvenzioneId, ct);
        var convenzioni = await db.Convenzioni.AsNoTracking().ToListAsync(ct);
        return [.. convenzioni
            .Select(c => totali.GetValueOrDefault(c.Id) is { } t
                ? new SpesaRow(
                    c.Id, c.Titolo, c.AdesioniAl, t.Lotti, Importo.DaCentesimi(t.Massimale), Importo.DaCentesimi(t.Aderito),
                    Importo.DaCentesimi(t.Riservato), Importo.DaCentesimi(t.Altre), t.Sforamento)
                : new SpesaRow(c.Id, c.Titolo, c.AdesioniAl, 0, Importo.Zero, Importo.Zero, Importo.Zero, Importo.Zero, false))
            .OrderBy(v => v.Residuo).ThenBy(v => v.Titolo)];
    }
}
