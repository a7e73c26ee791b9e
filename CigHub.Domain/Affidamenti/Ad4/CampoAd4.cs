namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>One of the few values of a field that has no list of ANAC.</summary>
public sealed record SceltaAd4(string Codice, string Etichetta);

/// <summary>
/// One leaf field of the scheda, with everything that the editor, completeness, the list of values to copy, the print and the spreadsheets
/// need to know about it.
/// </summary>
/// <remarks>Equality: by all members, lists by reference. Order: <see cref="Ordine"/>, which is the portal's order.</remarks>
/// <param name="Percorso">The path, with <c>*</c> for each list position.</param>
/// <param name="Etichetta">The label: the portal's caption where it is known, else ANAC's meaning in plain words.</param>
/// <param name="Sezione">The section of the editor in which the field stands.</param>
/// <param name="Tipo">The kind of the field, which decides how its text is read and shown.</param>
/// <param name="Aiuto">The help text, in Italian: the meaning of the field, the origin of its value, the law.</param>
public sealed record CampoAd4(string Percorso, string Etichetta, SezioneAd4 Sezione, TipoCampo Tipo, string Aiuto)
{
    /// <summary>The name of ANAC's list, when the value is one of its codes. Null otherwise.</summary>
    public string? Lista { get; init; }

    /// <summary>The values, when they are few and in no list of ANAC. Empty otherwise.</summary>
    public IReadOnlyList<SceltaAd4> Scelte { get; init; } = [];

    public Obbligo Obbligo { get; init; } = Obbligo.Mai;

    /// <summary>The condition under which the field applies.</summary>
    public Applicabilita Applicabilita { get; init; } = Applicabilita.Sempre;

    /// <summary>Maximum length of the text, in characters. A longer text is refused and not saved.</summary>
    public int LunghezzaMassima { get; init; } = LimitiAd4.Valore;

    /// <summary>Minimum length of the text, in characters. A shorter text is kept and counts as wrong.</summary>
    public int LunghezzaMinima { get; init; }

    /// <summary>
    /// Says whether the editor has an input for the field. The other fields (translations, espd) are kept on import and export.
    /// </summary>
    public bool NellaMaschera { get; init; } = true;

    /// <summary>
    /// Says whether the field is a column of the sheet that creates many drafts at once. Such fields differ from one adhesion to the next.
    /// </summary>
    public bool InSerie { get; init; }

    /// <summary>The position of the field in the catalogue, from 0.</summary>
    public int Ordine { get; init; }

    /// <summary>Says whether any text is accepted. It is then kept exactly as typed, blanks included.</summary>
    public bool Libero => Tipo is TipoCampo.Testo or TipoCampo.TestoLungo or TipoCampo.Paese;

    /// <summary>Says whether the field is the row of a list of values (a CUP, a code) and not a member of an object.</summary>
    public bool InLista => Percorso.EndsWith("/*", StringComparison.Ordinal);
}
