namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>One of the few values that may be chosen in a field whose values are not in a list of ANAC: its code and its label.</summary>
public sealed record SceltaAd4(string Codice, string Etichetta);

/// <summary>
/// One leaf field of the scheda. It has everything about the field that the editor, the check of completeness, the list of values to copy,
/// the print and the spreadsheets need.
/// </summary>
/// <remarks>Equality: by all members, lists by reference. Order: <see cref="Ordine"/>, which is the portal's order.</remarks>
/// <param name="Percorso">The path, with <c>*</c> for each list position.</param>
/// <param name="Etichetta">The label: the portal's caption where it is known, else ANAC's meaning in plain words.</param>
/// <param name="Sezione">The section of the editor in which the field stands.</param>
/// <param name="Tipo">The kind of the field, which decides how its text is read and shown.</param>
/// <param name="Aiuto">The help text, in Italian: the meaning of the field, the origin of its value, the law.</param>
public sealed record CampoAd4(string Percorso, string Etichetta, SezioneAd4 Sezione, TipoCampo Tipo, string Aiuto)
{
    /// <summary>The name of ANAC's code list from which the value comes. Null when the value is not a code of such a list.</summary>
    public string? Lista { get; init; }

    /// <summary>The values that may be chosen, when they are few and in no list of ANAC. Empty otherwise.</summary>
    public IReadOnlyList<SceltaAd4> Scelte { get; init; } = [];

    public Obbligo Obbligo { get; init; } = Obbligo.Mai;

    /// <summary>The condition under which the field applies to a draft. By default it always applies.</summary>
    public Applicabilita Applicabilita { get; init; } = Applicabilita.Sempre;

    /// <summary>Maximum length of the text, in characters. A longer text is refused and not saved.</summary>
    public int LunghezzaMassima { get; init; } = LimitiAd4.Valore;

    /// <summary>Minimum length of the text, in characters. A shorter text is kept and counts as wrong.</summary>
    public int LunghezzaMinima { get; init; }

    /// <summary>
    /// Says whether the editor has an input for the field. A field without one (a translation, the espd) is kept on import and export.
    /// Default: true.
    /// </summary>
    public bool NellaMaschera { get; init; } = true;

    /// <summary>
    /// Says whether the field is a column of the sheet that creates many drafts at once. Such fields usually differ from one adhesion to
    /// the next.
    /// </summary>
    public bool InSerie { get; init; }

    /// <summary>The position of the field in the catalogo dei campi, from 0.</summary>
    public int Ordine { get; init; }

    /// <summary>Says whether the field accepts any text. The text is then kept exactly as typed, with its blanks.</summary>
    public bool Libero => Tipo is TipoCampo.Testo or TipoCampo.TestoLungo or TipoCampo.Paese;

    /// <summary>Says whether the field is itself a row of a list of values (a CUP, a code), and not a member of an object.</summary>
    public bool InLista => Percorso.EndsWith("/*", StringComparison.Ordinal);
}
