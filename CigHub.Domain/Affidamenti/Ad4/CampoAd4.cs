namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>One of the few values of a field that has no list of ANAC behind it.</summary>
public sealed record SceltaAd4(string Codice, string Etichetta);

/// <summary>
/// One leaf field of the scheda: all that the editor, completeness, the copy list, the print and the spreadsheets know about it.
/// </summary>
/// <remarks>Equality: by <see cref="Percorso"/> and members. Order: <see cref="Ordine"/>, the portal's.</remarks>
/// <param name="Percorso">Its path, with <c>*</c> for each list position.</param>
/// <param name="Etichetta">The label: the portal's where it is known, else what ANAC means, in plain words.</param>
/// <param name="Sezione">Where it stands in the editor.</param>
/// <param name="Tipo">How its text is read and shown.</param>
/// <param name="Aiuto">What it means, where the value comes from, the law.</param>
public sealed record CampoAd4(string Percorso, string Etichetta, SezioneAd4 Sezione, TipoCampo Tipo, string Aiuto)
{
    /// <summary>ANAC's list of codes, when the value is written as a coded one; else null.</summary>
    public string? Lista { get; init; }

    /// <summary>The values, when they are few and in no list of ANAC; else empty.</summary>
    public IReadOnlyList<SceltaAd4> Scelte { get; init; } = [];

    public Obbligo Obbligo { get; init; } = Obbligo.Mai;

    /// <summary>When it has a meaning.</summary>
    public Applicabilita Applicabilita { get; init; } = Applicabilita.Sempre;

    /// <summary>The longest text that is taken; a longer one is refused and not saved.</summary>
    public int LunghezzaMassima { get; init; } = LimitiAd4.Valore;

    /// <summary>The shortest text that is right; a shorter one is kept and counts as wrong.</summary>
    public int LunghezzaMinima { get; init; }

    /// <summary>Whether the editor has an input for it. The others (translations, espd) are kept on import and export.</summary>
    public bool NellaMaschera { get; init; } = true;

    /// <summary>Whether it is a column of the sheet by which many drafts are made at once: what differs from one adhesion to the next.</summary>
    public bool InSerie { get; init; }

    /// <summary>Its place in the catalogue, from 0.</summary>
    public int Ordine { get; init; }

    /// <summary>Whether any text is right: it is kept exactly as typed, blanks included.</summary>
    public bool Libero => Tipo is TipoCampo.Testo or TipoCampo.TestoLungo or TipoCampo.Paese;

    /// <summary>Whether it is the row of a list of values (a CUP, a code), not a member of an object.</summary>
    public bool InLista => Percorso.EndsWith("/*", StringComparison.Ordinal);
}
