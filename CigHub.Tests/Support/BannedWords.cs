using System.Text.RegularExpressions;

namespace CigHub.Tests.Support;

/// <summary>
/// Holds the words that a real office does not use for what CigHub shows, each with the word to use, and finds them in the text of a page.
/// </summary>
public static partial class BannedWords
{
    /// <summary>The pattern of each word that may not be on screen, with the word that stands in its place.</summary>
    private static readonly (Regex Word, string Instead)[] _banned =
    [
        (Reserved(), "In corso di adesione"),
        (OtherAdhesions(), "Adesioni comunicate da CMRC"),
        (Earlier(), "Adesioni pregresse"),
        (Excess(), "Oltre il massimale"),
        (Head(), "Dirigente / Responsabile del servizio"),
        (Gym(), "Ambiente di prova"),
        (Audits(), "Avvisi accettati con motivazione, Elementi da verificare, Scostamenti dai controlli, Attestazioni, Audit"),
        (Accounting(), "never on screen: riserve, segnalazioni and the registro giornaliero are other things"),
    ];

    /// <summary>Returns one line for each banned word in the text, with what stands around it and the word to use instead.</summary>
    public static IEnumerable<string> FoundIn(string text) =>
        from banned in _banned
        from Match m in banned.Word.Matches(text)
        select $"«{text[Math.Max(0, m.Index - 30)..Math.Min(text.Length, m.Index + m.Length + 30)].ReplaceLineEndings(" ")}»: {banned.Instead}";

    [GeneratedRegex(@"\bRiservato\b|\briservat[oi] sul\b|\brest\w+ riservat[oi]\b")]
    private static partial Regex Reserved();

    [GeneratedRegex(@"\bAltre adesioni\b")]
    private static partial Regex OtherAdhesions();

    [GeneratedRegex(@"\badesion[ei] già fatt[ae]\b", RegexOptions.IgnoreCase)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"\bsforament[oi] da regolarizzare\b", RegexOptions.IgnoreCase)]
    private static partial Regex Excess();

    [GeneratedRegex(@"(?<!Dirigente / )\bResponsabile\b(?! Unic| unic| del servizio)")]
    private static partial Regex Head();

    [GeneratedRegex(@"\bpalestra\b(?! comunale)", RegexOptions.IgnoreCase)]
    private static partial Regex Gym();

    [GeneratedRegex(@"\bAvvisi superati\b|\bAttenzioni\b|\bEccezioni\b|\bcheckpoint\b|\bVisite\b|\bChiedi al RUP\b(?! di)|\bcombaciano\b|\britmo\b")]
    private static partial Regex Audits();

    [GeneratedRegex(@"\briserve\b|\bsegnalazion[ei]\b|\bregistro giornaliero\b", RegexOptions.IgnoreCase)]
    private static partial Regex Accounting();
}
