using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>The codes of ANAC's list <c>tipoOE</c> that depend on how a supplier takes part.</summary>
public static class TipiOE
{
    /// <summary>The code of a supplier that is a single enterprise.</summary>
    public const string Impresa = "1";

    public const string Raggruppamento = "4";

    public const string Geie = "7";

    /// <summary>
    /// Returns the code of <c>tipoOE</c> that the scheda requires for a supplier. The members of a raggruppamento have the type of the
    /// raggruppamento, even when the Lotto still says that each of them is an enterprise. A supplier without mandanti (alone, a consorzio,
    /// one with an ausiliaria) keeps its own type.
    /// </summary>
    /// <param name="operatore">The member whose type is returned.</param>
    /// <param name="membri">All the members of its aggiudicatario, including this one.</param>
    public static string TipoDi(Fornitore operatore, IReadOnlyCollection<Fornitore> membri)
    {
        if (operatore.TipoOE != Impresa || !RuoliOE.Raggruppato(operatore.RuoloOE) || !membri.Any(m => RuoliOE.Mandante(m.RuoloOE)))
        {
            return operatore.TipoOE;
        }

        return membri.Select(m => m.TipoOE).FirstOrDefault(t => t != Impresa) ?? (membri.Any(m => RuoliOE.DiGeie(m.RuoloOE)) ? Geie : Raggruppamento);
    }
}
