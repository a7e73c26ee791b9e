namespace CigHub.Domain.Codici;

/// <summary>One of ANAC's code lists: looked up by code, filtered by day, searched by code and by words.</summary>
/// <remarks>Immutable and safe to share between threads; equality by reference. The order of the entries is the list's own.</remarks>
public sealed class ListaCodici
{
    private const int MaxTestoCercato = 200;

    private readonly Dictionary<string, VoceLista> _perCodice;

    private readonly Chiave[] _indice;

    /// <exception cref="ArgumentException">When a code occurs twice.</exception>
    public ListaCodici(string idTipologica, IEnumerable<VoceLista> voci)
    {
        IdTipologica = idTipologica;
        Voci = [.. voci];
        _perCodice = Voci.ToDictionary(v => v.Codice, StringComparer.Ordinal);
        _indice = [.. Voci.Select(v => new Chiave(Compatto(v.Codice), TestoPiegato.Parole(v.Codice), TestoPiegato.Parole(v.Etichetta)))];
    }

    /// <summary>ANAC's name of the list, as a coded value of the scheda carries it: <c>ruoloOE</c>.</summary>
    public string IdTipologica { get; }

    public IReadOnlyList<VoceLista> Voci { get; }

    /// <summary>The entry with exactly this code, valid today or not; null when there is none.</summary>
    public VoceLista? Trova(string? codice) => codice is not null && _perCodice.TryGetValue(codice, out var voce) ? voce : null;

    public IReadOnlyList<VoceLista> Valide(DateOnly giorno) => [.. Voci.Where(v => v.ValidaAl(giorno))];

    /// <summary>
    /// Entries valid on that day whose code begins with the text, or in which every word of the text begins some word of code or label;
    /// case and accents do not count. The exact code first, then codes that begin so, then the label that is the text, then labels that begin so, then those that hold the words in that order, then the rest.
    /// An empty text finds the first entries, as an open menu does.
    /// </summary>
    public IReadOnlyList<VoceLista> Cerca(string? testo, DateOnly giorno, int max)
    {
        var cercato = (testo ?? "").Trim();
        cercato = cercato.Length > MaxTestoCercato ? cercato[..MaxTestoCercato] : cercato;

        // «45233140-2»: the list has the 8 digits only.
        if (Cpv.TryParse(cercato, null, out var cpv))
        {
            cercato = cpv.Valore;
        }

        var frase = TestoPiegato.Parole(cercato);
        if (frase.Length == 0)
        {
            return cercato.Length > 0 || max <= 0 ? [] : [.. Voci.Where(v => v.ValidaAl(giorno)).Take(max)];
        }

        var codice = Compatto(cercato);
        var parole = frase[1..].Split(' ').Select(p => " " + p).Distinct().ToArray();
        var trovate = new List<(int Grado, int Posto)>();
        for (var i = 0; i < _indice.Length; i++)
        {
            if (Grado(_indice[i], codice, frase, parole) is { } grado && Voci[i].ValidaAl(giorno))
            {
                trovate.Add((grado, i));
            }
        }

        trovate.Sort();
        return [.. trovate.Take(Math.Max(max, 0)).Select(t => Voci[t.Posto])];
    }

    private static int? Grado(in Chiave voce, string codice, string frase, string[] parole)
    {
        if (voce.Codice.StartsWith(codice, StringComparison.Ordinal))
        {
            return voce.Codice.Length == codice.Length ? 0 : 1;
        }

        foreach (var parola in parole)
        {
            if (!voce.Etichetta.Contains(parola, StringComparison.Ordinal) && !voce.ParoleDelCodice.Contains(parola, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return voce.Etichetta == frase ? 2
            : voce.Etichetta.StartsWith(frase, StringComparison.Ordinal) ? 3
            : voce.Etichetta.Contains(frase, StringComparison.Ordinal) ? 4
            : 5;
    }

    private static string Compatto(string testo) => TestoPiegato.Parole(testo).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>What an entry is searched by: its code with nothing but letters and digits, and code and label as folded words.</summary>
    private readonly record struct Chiave(string Codice, string ParoleDelCodice, string Etichetta);
}
