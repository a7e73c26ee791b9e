using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;

namespace CigHub.Domain.OpenData;

/// <summary>Reads from a draft the codes that ANAC's open data tell of each CIG, with the words for the screen.</summary>
public static class CodiciNellaBozza
{
    /// <summary>Returns the codici fiscali of all members of the supplier of an adhesion.</summary>
    /// <param name="indice">The position of the adhesion in the draft, from 0.</param>
    public static IReadOnlyDictionary<string, string> Fornitori(BozzaAd4 bozza, int indice)
    {
        var lista = PercorsoAd4.Aggiudicazione(indice, "partecipanti");
        return Codici(
            from j in Enumerable.Range(0, bozza.Righe(lista))
            let codice = Operatore(bozza.Testo($"{lista}/{j}/codiceFiscale"))
            select (codice, $"{codice} {bozza.Testo($"{lista}/{j}/denominazione")}".Trim()));
    }

    /// <summary>Returns the CUP of an adhesion.</summary>
    /// <inheritdoc cref="Fornitori" path="/param"/>
    public static IReadOnlyDictionary<string, string> Cup(BozzaAd4 bozza, int indice)
    {
        var lista = PercorsoAd4.Aggiudicazione(indice, "cupLotto");
        return Codici(
            from j in Enumerable.Range(0, bozza.Righe(lista))
            let cup = CodeText.Pulisci(bozza.Testo($"{lista}/{j}"))
            select (cup, cup));
    }

    /// <summary>Returns the code of a supplier in the form in which two of them are compared.</summary>
    public static string Operatore(string? testo) =>
        IdentificativoOperatore.TryParse(testo, null, out var letto) ? letto.Valore : CodeText.Pulisci(testo);

    private static Dictionary<string, string> Codici(IEnumerable<(string Codice, string Parole)> letti) =>
        letti.Where(l => l.Codice.Length > 0).DistinctBy(l => l.Codice).ToDictionary(l => l.Codice, l => l.Parole, StringComparer.Ordinal);
}
