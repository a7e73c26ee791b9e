using System.Text.RegularExpressions;

namespace CigHub.Tests.Support;

/// <summary>
/// Finds figures about the speed or the hours of a single worker: words for them, and tables with a person and a count or a time in one row.
/// They need an agreement or an authorisation first (art. 4 L. 300/1970), so CigHub has none on any page and in no export.
/// </summary>
public static partial class WorkerFigures
{
    /// <summary>Returns what a text says about somebody's speed or hours, each with what stands around it.</summary>
    public static IEnumerable<string> FoundIn(string text) =>
        from Match m in Words().Matches(text)
        select $"«{text[Math.Max(0, m.Index - 30)..Math.Min(text.Length, m.Index + m.Length + 30)].ReplaceLineEndings(" ")}»: a figure about a worker";

    /// <summary>Returns the captions that put a count or a time beside a person. The list is empty when the table names no person.</summary>
    public static IEnumerable<string> InCaptions(IReadOnlyCollection<string> captions) =>
        captions.Any(c => Person().IsMatch(c)) ? captions.Where(c => Figure().IsMatch(c)).Select(c => $"«{c}» beside a person: a figure about a worker") : [];

    [GeneratedRegex(
        @"\ball'ora\b|\btemp[oi] medi[oa]?\b|\bin media \d+:\d\d|\bproduttività\b|\bore (?:lavorate|di lavoro)\b"
        + @"|\btempo (?:di lavorazione|impiegato|lavorato)\b"
        + @"|\b(?:CIG|schede|pratiche|affidamenti|bozze) (?:al minuto|al giorno|a testa)\b|\bper persona\b|\bper ciascun RUP\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?:RUP|Persona|Chi|Nome|Cognome|Utente|Istruttore|Autore|Delegato|Approvato da)$", RegexOptions.IgnoreCase)]
    private static partial Regex Person();

    [GeneratedRegex(@"^(?:Tempo|Durata|Ore|Minuti|Secondi|Media|Quant[ie]|Numero di|Conteggio|Accessi|Eventi|Ultimo accesso)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Figure();
}
