namespace CigHub.Domain.Codici;

/// <summary>One code of one of ANAC's lists, with the days on which it may be used.</summary>
/// <remarks>
/// Equality: by all members, except the words that tell it from its namesakes, which depend on the list. The window is <c>[Dal, Fino)</c>:
/// <see cref="Fino"/> is the first day on which the code is no longer valid; null means without limit on that side.
/// </remarks>
/// <param name="Codice">The code as ANAC writes it. Upper and lower case matter (<c>n-inc</c>, <c>OS 12-A</c>).</param>
/// <param name="Etichetta">The short Italian label, at most 120 characters.</param>
/// <param name="Dal">First day of validity, or null.</param>
/// <param name="Fino">First day after the validity, or null.</param>
public sealed record VoceLista(string Codice, string Etichetta, DateOnly? Dal, DateOnly? Fino)
{
    public const int MaxEtichetta = 120;

    /// <summary>
    /// The words that tell this entry from others of its list with the same label (province, days of validity), or null when no other entry
    /// has the label. The list sets them.
    /// </summary>
    public string? Distinzione { get; init; }

    /// <summary>The label, with the words that tell the entry from its namesakes: <c>CASTRO (Lecce)</c>.</summary>
    public string Nome => Distinzione is null ? Etichetta : $"{Etichetta} ({Distinzione})";

    /// <summary>The code and the name together, as a field shows the entry.</summary>
    public string Parola => $"{Codice} – {Nome}";

    /// <summary>
    /// The entry as a person reads it: <see cref="Parola"/>, or the label alone where ANAC's code is an English word («Servizi», not
    /// «services – Servizi»).
    /// </summary>
    public string InParole => Codice.All(c => c is (>= 'a' and <= 'z') or '-') ? Nome : Parola;

    public bool Equals(VoceLista? other) => other is not null
        && (Codice, Etichetta, Dal, Fino) == (other.Codice, other.Etichetta, other.Dal, other.Fino);

    public override int GetHashCode() => HashCode.Combine(Codice, Etichetta, Dal, Fino);

    public bool ValidaAl(DateOnly giorno) => (Dal is null || Dal <= giorno) && (Fino is null || giorno < Fino);
}
