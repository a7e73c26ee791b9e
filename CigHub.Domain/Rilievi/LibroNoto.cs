using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Rilievi;

/// <summary>The highest amount that a draft ever had, as an event of the registro tells it.</summary>
public sealed record ImportoScritto(long Seq, DateOnly Giorno, Importo Importo);

/// <summary>One row of the ledger of a Lotto as the rules see it.</summary>
/// <param name="AffidamentoId">The Affidamento that caused the row. Null for a row of the Soggetto Aggregatore.</param>
/// <param name="IdPartecipante">The party that the adhesion chose among the suppliers of the Lotto. Null for a row without an adhesion.</param>
public sealed record RigaNota(
    Guid LottoId, DateOnly Giorno, TipoMovimento Tipo, Importo Importo, Guid? AffidamentoId, Guid? IdPartecipante = null);

/// <summary>Reads the ledger of Lotti in the order of the days of its rows.</summary>
public static class LibroNoto
{
    /// <summary>
    /// Returns the Affidamenti whose adhesion came on a day before which nothing was left of the massimale. What happened on the same day
    /// does not count, because its order is not known.
    /// </summary>
    public static IReadOnlySet<Guid> DopoEsaurimento(IEnumerable<RigaNota> righe)
    {
        HashSet<Guid> oltre = [];
        foreach (var lotto in righe.Where(r => r.Tipo.Totale() != ComponenteCapienza.Riservato).GroupBy(r => r.LottoId))
        {
            var resta = 0L;
            foreach (var giorno in lotto.GroupBy(r => r.Giorno).OrderBy(g => g.Key))
            {
                var massimale = giorno.Where(r => r.Tipo.Totale() == ComponenteCapienza.Massimale).Sum(r => r.Importo.Centesimi);
                if (resta + massimale <= 0)
                {
                    var adesioni = giorno.Where(IsAdesione);
                    oltre.UnionWith(adesioni.Select(r => r.AffidamentoId).OfType<Guid>());
                }

                resta += massimale - giorno.Where(r => r.Tipo.Totale() != ComponenteCapienza.Massimale).Sum(r => r.Importo.Centesimi);
            }
        }

        return oltre;
    }

    /// <summary>
    /// Returns the Affidamenti whose adhesion brought its supplier above the quota of the massimale of that day, or came when it was above it. All
    /// adhesions of the day count, because their order is not known.
    /// </summary>
    /// <param name="quote">The percentages of the massimale, by Lotto and party.</param>
    public static IReadOnlySet<Guid> OltreLaQuota(
        IEnumerable<RigaNota> righe, IReadOnlyDictionary<(Guid LottoId, Guid IdPartecipante), decimal> quote)
    {
        const decimal InPercento = 100m;
        HashSet<Guid> oltre = [];
        foreach (var lotto in righe.GroupBy(r => r.LottoId))
        {
            var (massimale, presi) = (0L, new Dictionary<Guid, long>());
            foreach (var giorno in lotto.GroupBy(r => r.Giorno).OrderBy(g => g.Key))
            {
                massimale += giorno.Where(r => r.Tipo.Totale() == ComponenteCapienza.Massimale).Sum(r => r.Importo.Centesimi);
                foreach (var sue in giorno.Where(r => r.Tipo.Totale() == ComponenteCapienza.Aderito && r.IdPartecipante is not null)
                    .GroupBy(r => r.IdPartecipante!.Value))
                {
                    var preso = presi[sue.Key] = presi.GetValueOrDefault(sue.Key) + sue.Sum(r => r.Importo.Centesimi);
                    if (quote.TryGetValue((lotto.Key, sue.Key), out var quota) && preso * InPercento > massimale * quota)
                    {
                        oltre.UnionWith(sue.Where(IsAdesione).Select(r => r.AffidamentoId).OfType<Guid>());
                    }
                }
            }
        }

        return oltre;
    }

    private static bool IsAdesione(RigaNota riga) => riga.Tipo is TipoMovimento.Adesione or TipoMovimento.AdesionePregressa;
}
