using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>Several CUP pasted at once into one input, put into rows of their own.</summary>
/// <param name="Valori">The texts of the rows, by path: the first row is the one that got the paste.</param>
/// <param name="Nota">The sentence that names the CUP that were in the list already and were left out. Null when there are none.</param>
internal sealed record CupIncollati(IReadOnlyList<(string Percorso, string? Testo)> Valori, string? Nota)
{
    /// <summary>
    /// Splits a text typed or pasted into the input of a CUP. Returns null when the text does not hold several CUP, or when the list would
    /// have too many rows. Pieces that are not a CUP get a row too, so that nothing of the paste is lost.
    /// </summary>
    public static CupIncollati? InRighe(BozzaAd4 bozza, string percorso, string? testo)
    {
        var elenco = ElencoCup.Leggi(testo);
        if (CatalogoAd4.Trova(percorso) is not { Tipo: TipoCampo.Cup, InLista: true } || !elenco.EUnElenco)
        {
            return null;
        }

        var taglio = percorso.LastIndexOf('/');
        var (lista, qui) = (percorso[..taglio], PercorsoAd4.Posizione(percorso[(taglio + 1)..])!.Value);
        var righe = Math.Max(bozza.Righe(lista), qui + 1);
        var presenti = Enumerable.Range(0, righe).Where(i => i != qui).Select(i => bozza.Testo($"{lista}/{i}")).OfType<string>().ToList();
        var gia = elenco.Cup.Where(c => presenti.Exists(p => CodeText.Uguali(p, c.Valore))).ToList();
        string[] nuovi = [.. elenco.Cup.Except(gia).Select(c => c.Valore), .. elenco.Altro];
        var libere = Enumerable.Range(0, righe).Where(i => i != qui && string.IsNullOrEmpty(bozza.Testo($"{lista}/{i}")));
        int[] posti = [qui, .. libere.Concat(Enumerable.Range(righe, nuovi.Length)).Take(Math.Max(0, nuovi.Length - 1))];
        if (posti.Any(p => p >= LimitiAd4.Righe))
        {
            return null;
        }

        var ripetuti = gia.Concat(elenco.Ripetuti).Distinct().ToList();
        return new CupIncollati(
            [.. posti.Select((posto, i) => ($"{lista}/{posto}", nuovi.ElementAtOrDefault(i))).OrderBy(v => PercorsoAd4.Posizioni(v.Item1)[^1])],
            ripetuti.Count == 0 ? null : ElencoCup.GiaInElenco(ripetuti));
    }
}
