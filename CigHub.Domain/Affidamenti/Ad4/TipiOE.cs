using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>The codes of ANAC's list <c>tipoOE</c> that depend on how an operator takes part.</summary>
public static class TipiOE
{
    /// <summary>An enterprise on its own.</summary>
    public const string Impresa = "1";

    public const string Raggruppamento = "4";

    public const string Geie = "7";

    /// <summary>
    /// The type of a member as the scheda wants it: the members of a raggruppamento have that of the raggruppamento, also where the Lotto still says
    /// of each that it is an enterprise. An operator without mandanti beside it (alone, a consorzio, one with an ausiliaria) keeps its own.
    /// </summary>
    /// <param name="operatore">The member.</param>
    /// <param name="membri">All members of its aggiudicatario, this one too.</param>
    public static string Di(Fornitore operatore, IReadOnlyCollection<Fornitore> membri)
    {
        if (operatore.TipoOE != Impresa || !RuoliOE.Raggruppato(operatore.RuoloOE) || !membri.Any(m => RuoliOE.Mandante(m.RuoloOE)))
        {
            return operatore.TipoOE;
        }

        return membri.Select(m => m.TipoOE).FirstOrDefault(t => t != Impresa) ?? (membri.Any(m => RuoliOE.DiGeie(m.RuoloOE)) ? Geie : Raggruppamento);
    }
}
