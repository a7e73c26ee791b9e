using System.Globalization;
using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>
/// One of ANAC's code lists. It finds an entry by its code, filters the entries by day, and searches them by code and by words.
/// </summary>
/// <remarks>Immutable and safe to share between threads; equality by reference. The order of the entries is the list's own.</remarks>
public sealed class ListaCodici
{
    private const int MaxTestoCercato = 200;
    private const int MaxTestoRiconosciuto = 1_000;

    private readonly Dictionary<string, VoceLista> _perCodice;

    private readonly Key[] _indice;

    /// <exception cref="ArgumentException">A code occurs twice.</exception>
    public ListaCodici(string idTipologica, IEnumerable<VoceLista> voci)
    {
        IdTipologica = idTipologica;
        Voci = ConDistinzioni([.. voci], idTipologica == CodIstat.Lista);
        _perCodice = Voci.ToDictionary(v => v.Codice, StringComparer.Ordinal);
        _indice = [.. Voci.Select(v => new Key(
            Compatto(v.Codice),
            FoldedText.Parole(v.Codice),
            FoldedText.Parole(v.Etichetta),
            FoldedText.Parole(v.Distinzione ?? "")))];
    }

    /// <summary>
    /// The name of the list (ANAC's <c>idTipologica</c>), which a coded value of the scheda carries, for example <c>ruoloOE</c>.
    /// </summary>
    public string IdTipologica { get; }

    public IReadOnlyList<VoceLista> Voci { get; }

    /// <summary>
    /// Returns the entry with exactly this code, or null when there is none. An entry that is not valid today is returned too.
    /// </summary>
    public VoceLista? Trova(string? codice) => codice is not null && _perCodice.TryGetValue(codice, out var voce) ? voce : null;

    /// <summary>
    /// Returns the code with its label, as a field shows it. A text that is not a code of the list is returned unchanged, and null as an
    /// empty text.
    /// </summary>
    public string Parola(string? codice) => Trova(codice)?.Parola ?? codice ?? "";

    /// <summary>
    /// Returns the reason why the code cannot be used on that day (it is not in the list, or not valid then), or null when it can.
    /// </summary>
    /// <returns>Null, <c>codice.sconosciuto</c> or <c>codice.non-valido-oggi</c>.</returns>
    public Error? Errore(string codice, DateOnly giorno)
    {
        if (Trova(codice) is { } voce)
        {
            return voce.ValidaAl(giorno) ? null : new Error(
                "codice.non-valido-oggi",
                $"{TypedText.Citato(codice)} oggi non è valido per ANAC: {Quando(voce, giorno)}");
        }

        var frase = FoldedText.Parole(codice);
        return new Error("codice.sconosciuto", frase.Length > 0 && _indice.Count(i => i.Etichetta == frase) > 1
            ? $"{TypedText.Citato(codice)} è il nome di più voci dell'elenco: scegli una voce."
            : $"{TypedText.Citato(codice)} non è nell'elenco: scegli una voce.");
    }

    /// <summary>
    /// Returns the entry, valid on that day, that took the place of an ended one: the one of <see cref="Successori"/>, or in a list without
    /// such a table the only valid entry with the same label. Returns null when the entry has not ended, or when no successor is known.
    /// </summary>
    public VoceLista? Successore(string? codice, DateOnly giorno)
    {
        if (Trova(codice) is not { } voce || voce.Fino is null || voce.Fino > giorno)
        {
            return null;
        }

        if (Successori.Tavola(IdTipologica) is { } tavola)
        {
            return tavola.GetValueOrDefault(voce.Codice) is { } nuovo && Trova(nuovo) is { } nuova && nuova.ValidaAl(giorno) ? nuova : null;
        }

        var omonime = Voci.Where(v => v.Etichetta == voce.Etichetta && v.ValidaAl(giorno)).Take(2).ToList();
        return omonime is [var unica] ? unica : null;
    }

    public IReadOnlyList<VoceLista> Valide(DateOnly giorno) => [.. Voci.Where(v => v.ValidaAl(giorno))];

    /// <summary>
    /// Returns the entries that a field offers: those valid on that day in the order of the list, then the entry that the field already
    /// holds when it is not valid on that day, so that the user sees its state. No other ended entry is offered.
    /// </summary>
    /// <param name="giorno">The day of the choice.</param>
    /// <param name="attuale">The code that the field holds. When it is null or unknown, no entry is added.</param>
    public IReadOnlyList<VoceOfferta> Offerte(DateOnly giorno, string? attuale) =>
    [
        .. Valide(giorno).Select(v => new VoceOfferta(v, null)),
        .. Trova(attuale) is { } voce && !voce.ValidaAl(giorno)
            ? [new VoceOfferta(voce, voce.Dal > giorno ? "non ancora valido" : "non più valido")]
            : Array.Empty<VoceOfferta>(),
    ];

    /// <summary>
    /// Returns the entries valid on that day whose code begins with the text, or in which every word of the text begins some word of the
    /// code or the label. Case and accents do not count. Order: the exact code, codes that begin with the text, the label equal to the
    /// text, labels that begin with the text, labels that contain its words in that order, the rest. An empty text returns the first
    /// entries, as an open menu shows them.
    /// </summary>
    public IReadOnlyList<VoceLista> Cerca(string? testo, DateOnly giorno, int max)
    {
        var cercato = (testo ?? "").Trim();
        cercato = cercato.Length > MaxTestoCercato ? cercato[..MaxTestoCercato] : cercato;

        // The list has only the 8 digits of «45233140-2».
        if (Cpv.TryParse(cercato, null, out var cpv))
        {
            cercato = cpv.Valore;
        }

        var frase = FoldedText.Parole(cercato);
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

    /// <summary>
    /// Returns the entry that the text identifies by its code (a CPV also with its check digit), by its label, or by both as a field shows
    /// them. Case, accents and punctuation do not count. Returns null when the text identifies no entry, or more than one.
    /// </summary>
    /// <remarks>
    /// An entry that is not valid on that day is found by its code, but not by its label alone. The caller can then say that the entry has
    /// ended.
    /// </remarks>
    public VoceLista? Riconosci(string? testo, DateOnly giorno)
    {
        var scritto = (testo ?? "").Trim();
        if (scritto.Length is 0 or > MaxTestoRiconosciuto)
        {
            return null;
        }

        if (Trova(scritto) is { } esatta)
        {
            return esatta;
        }

        if (IdTipologica == Cpv.Lista && scritto.Length > Cpv.Lunghezza && Trova(SenzaCifraDiControllo(scritto)) is { } delCpv)
        {
            return delCpv;
        }

        var (codice, frase) = (Compatto(scritto), FoldedText.Parole(scritto));
        if (frase.Length == 0)
        {
            return null;
        }

        var trovate = Enumerable.Range(0, _indice.Length)
            .Where(i => _indice[i].Codice == codice || _indice[i].SiMostraCosi(frase) || (_indice[i].SiChiamaCosi(frase) && Voci[i].ValidaAl(giorno)))
            .Take(2).ToList();
        return trovate is [var unica] ? Voci[unica] : null;
    }

    /// <summary>
    /// Returns the entries, each of which has the words that tell it from the others with its label: the province of a comune, and the days
    /// of validity where they differ.
    /// </summary>
    private static VoceLista[] ConDistinzioni(VoceLista[] voci, bool comuni)
    {
        foreach (var omonime in Enumerable.Range(0, voci.Length).GroupBy(i => voci[i].Etichetta, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var diverse = omonime.Select(i => (voci[i].Dal, voci[i].Fino)).Distinct().Count() > 1;
            foreach (var i in omonime)
            {
                var parole = new[] { comuni ? ProvinceIstat.Nome(voci[i].Codice) : null, diverse ? Validita(voci[i]) : null }.OfType<string>().ToList();
                voci[i] = voci[i] with { Distinzione = parole.Count == 0 ? null : string.Join(", ", parole) };
            }
        }

        return voci;
    }

    private static string? Validita(VoceLista voce) => (voce.Dal, voce.Fino) switch
    {
        (_, { } fino) => $"fino al {Giorno(fino.AddDays(-1))}",
        ({ } dal, _) => $"dal {Giorno(dal)}",
        _ => null,
    };

    private static string Giorno(DateOnly giorno) => giorno.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Returns the end of the sentence about an entry that is not valid: since when, what replaced it, and what to do.</summary>
    private string Quando(VoceLista voce, DateOnly giorno) =>
        voce.Dal > giorno ? $"{voce.Etichetta} vale solo dal {Giorno(voce.Dal.Value)}. Scegli un'altra voce."
        : Successore(voce.Codice, giorno) is { } nuova
            ? $"{voce.Etichetta} è cessato il {Giorno(voce.Fino!.Value)} e lo ha sostituito {nuova.Nome} ({nuova.Codice}). Scegli quella voce."
            : $"{voce.Etichetta} è cessato il {Giorno(voce.Fino!.Value)}. Scegli un'altra voce.";

    /// <summary>
    /// Drops the check digit of a CPV: returns the 8 digits of <c>30192000-1</c> or <c>301920001</c>, and any other text unchanged.
    /// </summary>
    private static string SenzaCifraDiControllo(string scritto)
    {
        var cifre = scritto.Replace("-", "", StringComparison.Ordinal);
        return cifre.Length == Cpv.Lunghezza + 1 && CodeText.SoloCifre(cifre) ? cifre[..Cpv.Lunghezza] : scritto;
    }

    private static int? Grado(in Key voce, string codice, string frase, string[] parole)
    {
        if (voce.Codice.StartsWith(codice, StringComparison.Ordinal))
        {
            return voce.Codice.Length == codice.Length ? 0 : 1;
        }

        foreach (var parola in parole)
        {
            if (!voce.Etichetta.Contains(parola, StringComparison.Ordinal) && !voce.ParoleDelCodice.Contains(parola, StringComparison.Ordinal)
                && !voce.Distinzione.Contains(parola, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return voce.Etichetta == frase ? 2
            : voce.Etichetta.StartsWith(frase, StringComparison.Ordinal) || frase.StartsWith(voce.Etichetta + " ", StringComparison.Ordinal) ? 3
            : voce.Etichetta.Contains(frase, StringComparison.Ordinal) ? 4
            : 5;
    }

    private static string Compatto(string testo) => FoldedText.Parole(testo).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>
    /// The texts of an entry that a search looks at: its code reduced to letters and digits, and its code, its label and the words that tell
    /// it from its namesakes as folded words.
    /// </summary>
    private readonly record struct Key(string Codice, string ParoleDelCodice, string Etichetta, string Distinzione)
    {
        /// <summary>Says whether the folded words are the code followed by the name, as a field shows the entry.</summary>
        public bool SiMostraCosi(string frase) =>
            frase.StartsWith(ParoleDelCodice, StringComparison.Ordinal) && SiChiamaCosi(frase[ParoleDelCodice.Length..]);

        /// <summary>Says whether the folded words are the label, alone or with the words that tell the entry from its namesakes.</summary>
        public bool SiChiamaCosi(string frase) => frase.StartsWith(Etichetta, StringComparison.Ordinal)
            && (frase.Length == Etichetta.Length
                || (frase.Length == Etichetta.Length + Distinzione.Length && frase.EndsWith(Distinzione, StringComparison.Ordinal)));
    }
}
