namespace CigHub.Domain.Codici;

/// <summary>
/// Finds CIGs in any text that a user pastes, and proposes what a damaged one may have been. It never corrects a text by itself.
/// </summary>
public static class RicercaCig
{
    private const int MinCifreDiUnCandidato = 3;

    private static readonly string[] _tastiera = ["1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"];

    // Characters that the eye, the keyboard or a scanner confuses: each row is a character and what it may have been.
    private static readonly Dictionary<char, string> _confusioni = new()
    {
        ['O'] = "0DQC",
        ['Q'] = "0O",
        ['0'] = "ODQ",
        ['D'] = "0O",
        ['U'] = "0",
        ['V'] = "U",
        ['I'] = "1LJ",
        ['L'] = "1I",
        ['J'] = "1I",
        ['T'] = "17",
        ['1'] = "IL7",
        ['7'] = "1T",
        ['B'] = "8",
        ['8'] = "B3",
        ['3'] = "8E",
        ['E'] = "3F",
        ['F'] = "E",
        ['S'] = "5",
        ['5'] = "S6",
        ['Z'] = "2",
        ['2'] = "Z",
        ['G'] = "6C",
        ['6'] = "G5",
        ['C'] = "G",
        ['A'] = "4",
        ['4'] = "A",
    };

    /// <summary>The ways in which a CIG can be damaged when it is copied, the likeliest first.</summary>
    private enum Sbaglio
    {
        ZeroPerduto,
        Confusione,
        Scambio,
        TastoVicino,
        Doppione,
        UnAltroCarattere,
        UnoInMeno,
        UnoInPiu,
    }

    /// <summary>
    /// Returns every distinct valid CIG that stands in the text as a word of its own, in order of appearance. A word is a run of letters
    /// and digits of any script, and every other character separates words. The text is read once, whatever its length.
    /// </summary>
    public static IReadOnlyList<Cig> Trova(string? testo)
    {
        var trovati = new List<Cig>();
        var visti = new HashSet<Cig>();
        Span<char> parola = stackalloc char[Cig.Lunghezza];
        for (var da = 0; Prossima(testo, ref da, parola);)
        {
            if (Cig.SeValido(parola) is { } cig && visti.Add(cig))
            {
                trovati.Add(cig);
            }
        }

        return trovati;
    }

    /// <summary>
    /// Returns every distinct word of the text that may be a damaged CIG: ten letters and digits, at least three of them digits, that are
    /// not a valid CIG.
    /// </summary>
    public static IReadOnlyList<string> Candidati(string? testo)
    {
        var trovati = new List<string>();
        var visti = new HashSet<string>(StringComparer.Ordinal);
        Span<char> parola = stackalloc char[Cig.Lunghezza];
        for (var da = 0; Prossima(testo, ref da, parola);)
        {
            if (HaAbbastanzaCifre(parola)
                && Cig.Esamina(parola) is not (Cig.Difetto.Nessuno or Cig.Difetto.SoloZeri)
                && parola.ToString() is var candidato
                && visti.Add(candidato))
            {
                trovati.Add(candidato);
            }
        }

        return trovati;
    }

    /// <summary>
    /// Returns every valid CIG that differs from the given code by one character (a different, missing or extra one) or by a swap of
    /// neighbours, likeliest first. For digits only, it also returns the CIG whose leading zeros a spreadsheet dropped. The given code
    /// itself is never returned.
    /// </summary>
    public static IReadOnlyList<Cig> Vicini(string? codice)
    {
        var s = CodeText.Pulisci(codice);
        if (s.Length is < 7 or > Cig.Lunghezza + 1)
        {
            return [];
        }

        // Ten characters may have a wrong one or a swap, nine lack one, eleven have one too many.
        var varianti = s.Length switch
        {
            Cig.Lunghezza => ConUnAltroCarattere(s).Concat(ConDueScambiati(s)),
            Cig.Lunghezza + 1 => SenzaUno(s),
            Cig.Lunghezza - 1 => ConUnoInPiu(s).Concat(ConGliZeri(s)),
            _ => ConGliZeri(s),
        };
        return [.. varianti
            .Where(v => v.Codice != s)
            .OrderBy(v => v.Sbaglio)
            .Select(v => Cig.SeValido(v.Codice))
            .OfType<Cig>()
            .Distinct()];
    }

    private static IEnumerable<(string Codice, Sbaglio Sbaglio)> ConUnAltroCarattere(string s)
    {
        // Start from the end. In a PCP code, a first letter and a sixth figure that are off by the same amount give the same check digits,
        // and people rarely get the first letter wrong.
        for (var i = s.Length - 1; i >= 0; i--)
        {
            var simili = _confusioni.GetValueOrDefault(s[i], "");
            foreach (var c in Ammessi(i))
            {
                var sbaglio = simili.Contains(c, StringComparison.Ordinal) ? Sbaglio.Confusione
                    : TastiVicini(s[i], c) ? Sbaglio.TastoVicino
                    : Sbaglio.UnAltroCarattere;
                yield return (ConCarattere(s, i, c), sbaglio);
            }
        }
    }

    private static IEnumerable<(string Codice, Sbaglio Sbaglio)> ConDueScambiati(string s)
    {
        for (var i = 0; i < s.Length - 1; i++)
        {
            yield return (string.Concat(s.AsSpan(0, i), [s[i + 1], s[i]], s.AsSpan(i + 2)), Sbaglio.Scambio);
        }
    }

    private static IEnumerable<(string Codice, Sbaglio Sbaglio)> SenzaUno(string s)
    {
        for (var i = 0; i < s.Length; i++)
        {
            // A repeated character (a key that bounced), a space or a dash is likelier to be the extra one than any other character.
            var doppione = (i > 0 && s[i] == s[i - 1]) || !char.IsAsciiLetterOrDigit(s[i]);
            yield return (s.Remove(i, 1), doppione ? Sbaglio.Doppione : Sbaglio.UnoInPiu);
        }
    }

    private static IEnumerable<(string Codice, Sbaglio Sbaglio)> ConUnoInPiu(string s)
    {
        for (var i = 0; i <= s.Length; i++)
        {
            foreach (var c in Ammessi(i))
            {
                // Of two equal characters in a row one is easily dropped.
                var doppione = i > 0 && s[i - 1] == c;
                yield return (s.Insert(i, c.ToString()), doppione ? Sbaglio.Doppione : Sbaglio.UnoInMeno);
            }
        }
    }

    private static IEnumerable<(string Codice, Sbaglio Sbaglio)> ConGliZeri(string s)
    {
        if (CodeText.SoloCifre(s))
        {
            yield return (s.PadLeft(Cig.Lunghezza, '0'), Sbaglio.ZeroPerduto);
        }
    }

    private static string Ammessi(int posto) => posto == 0 ? "0123456789ABCDEFGHIJKLMNOPQRSTUXYZ" : "0123456789ABCDEF";

    private static string ConCarattere(string s, int posto, char c) => string.Concat(s.AsSpan(0, posto), [c], s.AsSpan(posto + 1));

    private static bool TastiVicini(char a, char b) => _tastiera.Any(riga => riga.IndexOf(a, StringComparison.Ordinal) is var i and >= 0
        && riga.IndexOf(b, StringComparison.Ordinal) is var j and >= 0
        && Math.Abs(i - j) == 1);

    private static bool HaAbbastanzaCifre(ReadOnlySpan<char> parola)
    {
        var cifre = 0;
        foreach (var c in parola)
        {
            cifre += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return cifre >= MinCifreDiUnCandidato;
    }

    /// <summary>
    /// Moves to the next word of exactly ten ASCII letters and digits and copies it in upper case into <paramref name="parola"/>. Returns
    /// false at the end of the text.
    /// </summary>
    private static bool Prossima(ReadOnlySpan<char> testo, ref int da, Span<char> parola)
    {
        while (da < testo.Length)
        {
            if (!char.IsLetterOrDigit(testo[da]))
            {
                da++;
                continue;
            }

            var inizio = da;
            var soloAscii = true;
            for (; da < testo.Length && char.IsLetterOrDigit(testo[da]); da++)
            {
                soloAscii &= char.IsAscii(testo[da]);
            }

            if (soloAscii && da - inizio == Cig.Lunghezza)
            {
                for (var i = 0; i < Cig.Lunghezza; i++)
                {
                    var c = testo[inizio + i];
                    parola[i] = char.IsAsciiLetterLower(c) ? (char)(c - 32) : c;
                }

                return true;
            }
        }

        return false;
    }
}
