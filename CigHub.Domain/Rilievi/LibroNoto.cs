using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Rilievi;

/// <summary>The highest amount that a draft ever had, as an event of the registro tells it.</summary>
public sealed record ImportoScritto(long Seq, DateOnly Giorno, Importo Importo);

/// <summary>One row of the ledger of a Lotto as the rules see it.</summary>
/// <param name="AffidamentoId">The Affidamento that caused the row. Null for a row of the Soggetto Aggregatore.</param>
public sealed record RigaNota(Guid LottoId, DateOnly Giorno, TipoMovimento Tipo, Importo Importo, Guid? AffidamentoId);

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
                    var adesioni = giorno.Where(r => r.Tipo is TipoMovimento.Adesione or TipoMovimento.AdesionePregressa);
                    oltre.UnionWith(adesioni.Select(r => r.AffidamentoId).OfType<Guid>());
                }

                resta += massimale - giorno.Where(r => r.Tipo.Totale() != ComponenteCapienza.Massimale).Sum(r => r.Importo.Centesimi);
            }
        }

        return oltre;
    }
}
