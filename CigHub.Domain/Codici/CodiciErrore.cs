using System.Text.RegularExpressions;
using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>Reads the codes of ANAC's errors (<c>ERR98</c>, <c>REG24</c>, <c>ERR126_1</c>), as typed or out of the portal's words.</summary>
public static partial class CodiciErrore
{
    /// <summary>The most codes that one answer of the portal may have here.</summary>
    public const int Massimo = 15;

    /// <summary>
    /// Reads codes separated by blanks, commas or semicolons. Returns them in upper case, each once, in the order of the text, or an error
    /// for a part that is no code. An empty text has none.
    /// </summary>
    public static Result<IReadOnlyList<string>> Leggi(string? testo)
    {
        var parti = (testo ?? "").Split([' ', ',', ';', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(parti, p => !UnCodice().IsMatch(p)) is { } sbagliato)
        {
            return new Error(
                "errore.codice",
                $"{TypedText.Citato(sbagliato)} non è un codice di ANAC: scrivilo come ERR98 o REG24, e separa più codici con una virgola.",
                "Codici");
        }

        var codici = parti.Select(p => p.ToUpperInvariant()).Distinct().ToList();
        return codici.Count <= Massimo
            ? codici
            : new Error("errore.troppi-codici", $"I codici sono {codici.Count} e il massimo è {Massimo}: tieni i più importanti.", "Codici");
    }

    /// <summary>Returns the codes that stand somewhere in a text, in upper case, each once, in the order of the text.</summary>
    public static IReadOnlyList<string> Trova(string? testo) =>
        [.. NelTesto().Matches(testo ?? "").Select(m => m.Value.ToUpperInvariant()).Distinct().Take(Massimo)];

    [GeneratedRegex(@"^(?:ERR|REG)\d{1,4}(?:_\d{1,2})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnCodice();

    [GeneratedRegex(@"\b(?:ERR|REG)\d{1,4}(?:_\d{1,2})?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NelTesto();
}
