using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// The words by which the determina di adesione cites the adhesion. The determina comes before the CIG Derivato, so that it cites the CIG
/// Padre and says that the CIG Derivato is on its way. Once the CIG has come, the same words name it.
/// </summary>
public static class CitazioneDetermina
{
    public const string InCorso = "CIG Derivato in corso di acquisizione";

    /// <summary>Returns the citation of an adhesion.</summary>
    /// <param name="derivati">The CIG Derivati that have come, with blanks between them. Empty when there is none yet.</param>
    public static string Testo(Convenzione convenzione, Lotto lotto, string derivati)
    {
        var codici = derivati.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var derivato = codici.Length switch
        {
            0 => InCorso,
            1 => $"CIG Derivato {codici[0]}",
            _ => $"CIG Derivati {string.Join(", ", codici)}",
        };
        return $"adesione alla Convenzione «{convenzione.Titolo}», Lotto {lotto.Numero} «{lotto.Oggetto}», CIG Padre {lotto.CigPadre}; {derivato}";
    }
}
