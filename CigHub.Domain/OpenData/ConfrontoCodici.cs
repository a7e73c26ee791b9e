namespace CigHub.Domain.OpenData;

/// <summary>The codes that CigHub holds for one CIG: those of the members of its supplier, or its CUP.</summary>
/// <param name="Scritti">The codes, each with the words for the screen.</param>
/// <param name="Dichiarati">Says whether CigHub asks for these codes, so that having none of them means something.</param>
public sealed record NostriCodici(NostroCig Cig, IReadOnlyDictionary<string, string> Scritti, bool Dichiarati);

/// <summary>
/// Compares the suppliers or the CUP of a file of ANAC's open data with what CigHub holds. Rows may repeat, and a CIG that was awarded more than
/// once has several awards. It keeps only rows of our CIG, so that memory does not grow with the file.
/// </summary>
/// <param name="tipo">The kind of the differences that it finds.</param>
/// <param name="nostri">Our CIG.</param>
public sealed class ConfrontoCodici(TipoDifferenza tipo, IReadOnlySet<string> nostri)
{
    private const string Separatore = ", ";

    /// <summary>The codes by CIG and award, each with the words for the screen. An empty code stands for one that the file does not tell.</summary>
    private readonly Dictionary<string, Dictionary<string, SortedDictionary<string, string>>> _tenuti = new(StringComparer.Ordinal);

    public int Righe { get; private set; }

    /// <summary>Our CIG that the file has.</summary>
    public IReadOnlyCollection<string> Tenuti => _tenuti.Keys;

    /// <summary>Counts a row, and says whether it has to be read and kept (<see cref="Accogli"/>).</summary>
    public bool Riguarda(string cig)
    {
        Righe++;
        return nostri.Contains(cig);
    }

    /// <summary>Keeps a code of a CIG. The same row twice counts once.</summary>
    /// <param name="aggiudicazione">The file's number of the award. Empty where the layout has none.</param>
    /// <param name="parole">The code as the screen shows it.</param>
    public void Accogli(string cig, string aggiudicazione, string codice, string parole)
    {
        if (!_tenuti.TryGetValue(cig, out var aggiudicazioni))
        {
            _tenuti[cig] = aggiudicazioni = new(StringComparer.Ordinal);
        }

        if (!aggiudicazioni.TryGetValue(aggiudicazione, out var codici))
        {
            aggiudicazioni[aggiudicazione] = codici = new(StringComparer.Ordinal);
        }

        codici.TryAdd(codice, parole);
    }

    /// <summary>Returns a difference for each CIG of which no award has the same codes. It names the codes of the newest award.</summary>
    /// <param name="codici">What CigHub holds for the CIG of <see cref="Tenuti"/>. Of an annulled one nothing is compared.</param>
    public IReadOnlyList<DifferenzaTrovata> Differenze(IEnumerable<NostriCodici> codici) =>
    [
        .. from c in codici
           where !c.Cig.Annullato && (c.Dichiarati || c.Scritti.Count > 0)
           let la = _tenuti[c.Cig.Cig]
           where !la.Values.Any(l => Uguali(c.Scritti, l))
           let ultima = la.OrderBy(l => l.Key.Length).ThenBy(l => l.Key, StringComparer.Ordinal).Last().Value
           orderby c.Cig.Giorno descending, c.Cig.Cig
           select new DifferenzaTrovata(
               tipo, c.Cig.Cig, Elenco(c.Scritti.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value)), Elenco(ultima.Values), c.Cig.Giorno,
               c.Cig.EnteId, "", c.Cig.LottoId, c.Cig.AffidamentoId, CodiciQui: Elenco(c.Scritti.Keys.Order(StringComparer.Ordinal)),
               CodiciLa: Elenco(ultima.Select(u => u.Key.Length > 0 ? u.Key : u.Value))),
    ];

    /// <summary>Compares two sets of codes. Where the file does not tell all of them, those that it tells must be ours.</summary>
    private static bool Uguali(IReadOnlyDictionary<string, string> qui, SortedDictionary<string, string> la) =>
        la.Keys.Where(k => k.Length > 0).All(qui.ContainsKey) && (la.ContainsKey("") || la.Count == qui.Count);

    private static string Elenco(IEnumerable<string> parole) => string.Join(Separatore, parole.Where(p => p.Length > 0));
}
