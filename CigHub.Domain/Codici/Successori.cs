using System.Text;

namespace CigHub.Domain.Codici;

/// <summary>
/// Knows which code took the place of an ended one, for the lists of which ANAC says when a code ended and not what replaced it: the comuni
/// (<c>codIstat</c>) and the roles of a supplier (<c>ruoloOE</c>).
/// </summary>
/// <remarks>
/// Sources: for the roles, ANAC, npa issue 2490; the consorzi that ended have no successor, because their form is said by <c>tipoOE</c>. For
/// the comuni, ANAC's list where the name stayed the same, and what is publicly known of the mergers elsewhere, which nobody has compared
/// with ISTAT's own table yet. A comune that was divided among several has no successor here.
/// </remarks>
internal static class Successori
{
    private static readonly Lazy<Dictionary<string, string>> _comuni = new(LeggiComuni);

    private static readonly Dictionary<string, string> _ruoli = new(StringComparer.Ordinal) { ["1"] = "13", ["2"] = "10", ["3"] = "14" };

    /// <summary>Returns the codes that replaced ended ones, by the ended code, or null for a list without such a table.</summary>
    public static IReadOnlyDictionary<string, string>? Tavola(string lista) => lista switch
    {
        CodIstat.Lista => _comuni.Value,
        "ruoloOE" => _ruoli,
        _ => null,
    };

    private static Dictionary<string, string> LeggiComuni()
    {
        using var risorsa = typeof(Successori).Assembly.GetManifestResourceStream("Liste/successori.tsv")
            ?? throw new InvalidOperationException("The table of the replaced comuni is not in the assembly.");
        using var lettore = new StreamReader(risorsa, Encoding.UTF8);
        return lettore.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(r => r.TrimEnd('\r').Split('\t')).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);
    }
}
