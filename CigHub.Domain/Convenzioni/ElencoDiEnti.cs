using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <summary>One of the Enti that a Convenzione admits.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Denominazione">The name of the Ente when it was added to the list. The registro shows it.</param>
public sealed record EnteAmmesso(Guid EnteId, string Denominazione);

/// <summary>An Ente that CigHub knows, with the two codes by which a list names it.</summary>
/// <remarks>Equality: by all members.</remarks>
public sealed record EnteConCodici(Guid Id, string Denominazione, CodiceFiscale CodiceFiscale, string CodiceIpa);

/// <summary>
/// Reads a pasted list of Enti: one Ente a line, by its codice fiscale or its codice IPA. Names and other columns may stand beside the code.
/// </summary>
public static class ElencoDiEnti
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int MaxTesto = 20_000;

    /// <summary>The name of the field to which the errors belong.</summary>
    public const string Campo = "EntiDaAmmettere";

    /// <summary>The number of wrong lines that an error tells one by one.</summary>
    private const int MaxRigheDette = 5;

    private static readonly char[] _tagli = ['\t', ';', ','], _spazi = [' ', '\u00A0'];

    /// <summary>Returns the Enti that the lines name, each once, in the order of the lines. One wrong line refuses the whole list.</summary>
    public static Result<IReadOnlyList<EnteAmmesso>> Leggi(string? testo, IEnumerable<EnteConCodici> noti)
    {
        if (string.IsNullOrWhiteSpace(testo))
        {
            return new Error("enti-ammessi.mancanti", "Scrivi almeno un codice fiscale o un codice IPA, uno per riga.", Campo);
        }

        if (testo.Length > MaxTesto)
        {
            return new Error(
                "enti-ammessi.troppo-lungo",
                $"L'elenco può avere al massimo {Plural.Number(MaxTesto)} caratteri: dividilo, e aggiungi una parte alla volta.",
                Campo);
        }

        var tutti = noti.ToList();
        var perCodice = tutti.ToDictionary(e => e.CodiceFiscale.Valore);
        var perIpa = tutti.GroupBy(e => e.CodiceIpa.Trim(), StringComparer.OrdinalIgnoreCase).Where(g => g.Key.Length > 0)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.OrdinalIgnoreCase);
        var trovati = new List<EnteConCodici>();
        var sbagliate = new List<string>();
        foreach (var (i, riga) in testo.ReplaceLineEndings("\n").Split('\n').Index().Where(r => !string.IsNullOrWhiteSpace(r.Item)))
        {
            var letta = Riga(riga, perCodice, perIpa);
            trovati.AddRange(letta.TryGet(out var suoi) ? suoi : []);
            sbagliate.AddRange(letta.Errors.Select(e => $"riga {i + 1}, {e.Message}"));
        }

        return sbagliate.Count > 0
            ? new Error("enti-ammessi.riga", Sentence(sbagliate), Campo)
            : Result.Success<IReadOnlyList<EnteAmmesso>>([.. trovati.Distinct().Select(e => new EnteAmmesso(e.Id, e.Denominazione))]);
    }

    private static string Sentence(List<string> sbagliate) =>
        $"Da correggere: {string.Join("; ", sbagliate.Take(MaxRigheDette))}"
        + (sbagliate.Count > MaxRigheDette
            ? $"; e {Plural.Of(sbagliate.Count - MaxRigheDette, "altra riga", "altre righe")}"
            : "")
        + ". Finché c'è una riga sbagliata non si aggiunge nulla.";

    /// <summary>
    /// Returns the Enti of a line: those of its codici fiscali if it has any, else the one whose codice IPA is a column or the first word.
    /// </summary>
    private static Result<IReadOnlyList<EnteConCodici>> Riga(
        string riga, Dictionary<string, EnteConCodici> perCodice, Dictionary<string, List<EnteConCodici>> perIpa)
    {
        var colonne = riga.Split(_tagli, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var codici = colonne.SelectMany(c => c.Split(_spazi, StringSplitOptions.RemoveEmptyEntries))
            .Where(p => p.Length == CodiceFiscale.LunghezzaEnte && p.All(char.IsAsciiDigit)).ToList();
        if (codici.Count > 0)
        {
            return codici.Find(c => !perCodice.ContainsKey(c)) is { } ignoto
                ? new Error("enti-ammessi.riga", CodiceFiscale.Leggi(ignoto).IsSuccess
                    ? $"{ignoto}: nessun Ente di CigHub ha questo codice fiscale, aggiungilo prima in Persone ed Enti o togli la riga"
                    : $"{ignoto}: la cifra di controllo di questo codice fiscale non torna")
                : Result.Success<IReadOnlyList<EnteConCodici>>([.. codici.Select(c => perCodice[c])]);
        }

        var prima = colonne.Length == 0 ? riga.Trim() : colonne[0].Split(_spazi)[0];
        return colonne.Append(prima).Select(c => perIpa.GetValueOrDefault(c)).FirstOrDefault(e => e is not null) switch
        {
            null => new Error("enti-ammessi.riga", $"«{prima}»: non è il codice fiscale (11 cifre) né il codice IPA di un Ente di CigHub"),
            { Count: > 1 } => new Error("enti-ammessi.riga", $"«{prima}»: più Enti hanno questo codice IPA, scrivi il codice fiscale"),
            var uno => Result.Success<IReadOnlyList<EnteConCodici>>(uno),
        };
    }
}
