using System.Globalization;
using System.Text.RegularExpressions;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// CigHub's own number of an Affidamento, <c>CH-2026-00123</c>. The document's title on the portal begins with it, so that a row of the
/// portal's list can be matched exactly.
/// </summary>
/// <remarks>Equality: by both members. Default: year 0 and number 0, which no Affidamento has.</remarks>
public readonly partial record struct NumeroAffidamento(int Anno, int Progressivo)
{
    public override string ToString() => $"CH-{Anno:0000}-{Progressivo:00000}";

    /// <summary>Returns the titolo documento that CigHub proposes: the number, then the subject.</summary>
    public string Titolo(string oggetto) => string.IsNullOrWhiteSpace(oggetto) ? ToString() : $"{this} – {oggetto.Trim()}";

    /// <summary>
    /// Reads the number with which a title begins, whatever its dashes and the case of its letters. Returns null when the title begins with
    /// something else.
    /// </summary>
    public static NumeroAffidamento? InTesta(string titolo) =>
        Testa().Match(titolo) is { Success: true } m
        && int.TryParse(m.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var progressivo)
            ? new NumeroAffidamento(int.Parse(m.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), progressivo)
            : null;

    [GeneratedRegex(@"^\W*CH[\s\p{Pd}_]*([0-9]{4})[\s\p{Pd}_]*([0-9]{5,9})(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Testa();
}
