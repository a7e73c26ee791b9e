namespace CigHub.Domain.Codici;

/// <summary>One code of one of ANAC's lists, with the days on which it may be used.</summary>
/// <remarks>
/// Equality: by all members. The window is <c>[Dal, Fino)</c>: <see cref="Fino"/> is the first day on which the code is no longer valid;
/// null means without limit on that side.
/// </remarks>
/// <param name="Codice">The code as ANAC writes it. Upper and lower case matter (<c>n-inc</c>, <c>OS 12-A</c>).</param>
/// <param name="Etichetta">The short Italian label, at most 120 characters.</param>
/// <param name="Dal">First day of validity, or null.</param>
/// <param name="Fino">First day after the validity, or null.</param>
public sealed record VoceLista(string Codice, string Etichetta, DateOnly? Dal, DateOnly? Fino)
{
    public const int MaxEtichetta = 120;

    /// <summary>The code and the label together, as a field shows the entry.</summary>
    public string Parola => $"{Codice} – {Etichetta}";

    public bool ValidaAl(DateOnly giorno) => (Dal is null || Dal <= giorno) && (Fino is null || giorno < Fino);
}
