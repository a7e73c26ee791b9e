using System.Text;

namespace CigHub.Domain.Codici;

/// <summary>
/// Knows which comune took the place of one that no longer exists, as the codes of the list <c>codIstat</c>. ANAC's list says when a code
/// ended, and not what replaced it.
/// </summary>
/// <remarks>
/// Sources: ANAC's list for a comune that got a new code under its own name; the regional laws of merger for the others. A comune that was
/// divided among several has no successor here.
/// </remarks>
internal static class SuccessoriIstat
{
    private static readonly Lazy<Dictionary<string, string>> _tavola = new(Carica);

    /// <summary>Returns the code that replaced an ended one, or null when it is not known.</summary>
    public static string? Trova(string codice) => _tavola.Value.GetValueOrDefault(codice);

    private static Dictionary<string, string> Carica()
    {
        using var risorsa = typeof(SuccessoriIstat).Assembly.GetManifestResourceStream("Liste/successori.tsv")
            ?? throw new InvalidOperationException("The table of the replaced comuni is not in the assembly.");
        using var lettore = new StreamReader(risorsa, Encoding.UTF8);
        return lettore.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(r => r.TrimEnd('\r').Split('\t')).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);
    }
}
