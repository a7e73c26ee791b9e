using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>
/// Reads a text in which several CUP were pasted at once, with whatever separates them: commas, semicolons, blanks, tabs, new lines, or
/// nothing at all, because an input of one line drops the new lines of a pasted text.
/// </summary>
/// <param name="Cup">The CUP in the order of the text, each once.</param>
/// <param name="Ripetuti">The CUP that the text has more than once, each once.</param>
/// <param name="Altro">The pieces of the text that are not a CUP, as they were typed.</param>
public sealed record ElencoCup(IReadOnlyList<Cup> Cup, IReadOnlyList<Cup> Ripetuti, IReadOnlyList<string> Altro)
{
    /// <summary>The number of CUP from which ANAC's services have often answered with a generic error (ANAC, npa issue 2794).</summary>
    public const int Molti = 10;

    /// <summary>Says whether the text holds several CUP, so that it needs several rows.</summary>
    public bool EUnElenco => Cup.Count + Ripetuti.Count > 1;

    /// <summary>Splits a text into its CUP. A text without any CUP gives its pieces. The method never throws.</summary>
    public static ElencoCup Leggi(string? testo)
    {
        var (cup, ripetuti, altro) = (new List<Cup>(), new List<Cup>(), new List<string>());
        foreach (var pezzo in Pezzi(testo ?? ""))
        {
            var codice = CodeText.Pulisci(pezzo);
            var interi = codice.Length / Codici.Cup.Lunghezza;
            if (codice.Length == 0 || codice.Length % Codici.Cup.Lunghezza != 0
                || !Enumerable.Range(0, interi).All(i => Codici.Cup.HaLaForma(codice.AsSpan(i * Codici.Cup.Lunghezza, Codici.Cup.Lunghezza))))
            {
                altro.Add(pezzo);
                continue;
            }

            foreach (var parte in codice.Chunk(Codici.Cup.Lunghezza))
            {
                var uno = Codici.Cup.Parse(new string(parte), null);
                var lista = !cup.Contains(uno) ? cup : ripetuti;
                if (!lista.Contains(uno))
                {
                    lista.Add(uno);
                }
            }
        }

        return new ElencoCup(cup, ripetuti, altro);
    }

    /// <summary>Returns the Italian sentence that names CUP left out because the list already has them.</summary>
    public static string GiaInElenco(IReadOnlyList<Cup> ripetuti) =>
        $"{Plural.Of(ripetuti.Count, "CUP era già in elenco e non è stato ripetuto", "CUP erano già in elenco e non sono stati ripetuti")}: "
        + $"{string.Join(", ", ripetuti)}.";

    private static IEnumerable<string> Pezzi(string testo)
    {
        var inizio = -1;
        for (var i = 0; i <= testo.Length; i++)
        {
            if (i < testo.Length && !Separa(testo[i]))
            {
                inizio = inizio < 0 ? i : inizio;
            }
            else if (inizio >= 0)
            {
                yield return testo[inizio..i];
                inizio = -1;
            }
        }
    }

    private static bool Separa(char c) => CodeText.Invisibile(c)
        || c is ',' or ';' or '/' or '|' or '+' or '"' or '\'' or '«' or '»' or '(' or ')' or '{' or '}';
}
