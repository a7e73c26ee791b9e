using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components.Display;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Quadro;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Dettaglio;

/// <summary>The points of the burn-down of one Lotto or of a whole Convenzione.</summary>
public sealed record ConsumoView(IReadOnlyList<BurnDownPoint> Punti);

/// <summary>
/// Returns what was left of a Lotto's or a Convenzione's massimale at the end of each month. It shows no day and no Ente, so everybody may see
/// it.
/// </summary>
public sealed class ConsumoNelTempo(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<ConsumoView> Run(SpesaFilter filter, CancellationToken ct = default)
    {
        var lotti = await db.Lotti.AsNoTracking()
            .Where(l => (filter.LottoId == null || l.Id == filter.LottoId) && (filter.ConvenzioneId == null || l.ConvenzioneId == filter.ConvenzioneId))
            .Select(l => l.Id).ToListAsync(ct);
        var mesi = await db.Somme(filter.Orologio, filter.Al, SpesaLevel.Lotti).Where(s => lotti.Contains(s.LottoId))
            .GroupBy(s => s.Mese).Select(g => new
            {
                Mese = g.Key,
                Massimale = g.Sum(s => s.Massimale),
                Aderito = g.Sum(s => s.Aderito),
                Riservato = g.Sum(s => s.Riservato),
                Altre = g.Sum(s => s.AltreAdesioni),
            }).ToListAsync(ct);
        var oggi = filter.Al ?? clock.Today();
        var punti = new List<BurnDownPoint>();
        var termini = default(TerminiMassimale);
        foreach (var m in mesi.OrderBy(m => m.Mese))
        {
            var primo = new DateOnly(m.Mese / 100, m.Mese % 100, 1);
            if (punti.Count == 0)
            {
                punti.Add(Punto(primo < oggi ? primo : oggi, TerminiMassimale.DaCentesimi(m.Massimale, 0, 0, 0)));
            }

            termini += TerminiMassimale.DaCentesimi(m.Massimale, m.Aderito, m.Riservato, m.Altre);
            var ultimo = primo.AddMonths(1).AddDays(-1);
            var giorno = ultimo < oggi ? ultimo : oggi;
            if (punti.Count > 1 && punti[^1].Giorno == giorno)
            {
                // Rows of months to come, as the massimale of a Convenzione that is not open yet, count already today.
                punti.RemoveAt(punti.Count - 1);
            }

            punti.Add(Punto(giorno, termini));
        }

        if (punti.Count > 0 && punti[^1].Giorno < oggi)
        {
            punti.Add(Punto(oggi, termini));
        }

        return new ConsumoView(punti);
    }

    private static BurnDownPoint Punto(DateOnly giorno, TerminiMassimale t) => new(giorno, t.Massimale, t.Residuo, t.Residuo + t.InCorso);
}

/// <summary>Makes the sentence below a burn-down.</summary>
internal static class ConsumoWords
{
    public static string Finding(QuadroSpesaView quadro, DateOnly oggi)
    {
        var termini = quadro.Termini;
        var left = termini.Residuo < Importo.Zero
            ? $"Al {RomeTime.Text(oggi)} le adesioni superano il massimale di {-termini.Residuo:E}."
            : $"Al {RomeTime.Text(oggi)} restano {termini.Residuo:E} su {termini.Massimale:E} ({SpesaWords.Percentage(termini.PercentualeResidua)}).";
        if (quadro.Convenzioni is not [{ Lotti: [var lotto] }])
        {
            return left;
        }

        var p = lotto.Previsione;
        return p switch
        {
            { HaUnaData: true, Esaurimento: { } giorno } => $"{left} Con la media di {p.MediaMensile:E} al mese si esaurisce il {RomeTime.Text(giorno)}, "
                + (giorno < lotto.AdesioniAl
                    ? $"{Plural.Of(lotto.AdesioniAl.DayNumber - giorno.DayNumber, "giorno", "giorni")} prima della fine delle adesioni."
                    : "non prima della fine delle adesioni."),
            _ when p.Expected() is { } words => $"{left} Al mese si aderisce in media per {p.MediaMensile:E}: {words}.",
            _ => left,
        };
    }
}
