using CigHub.Domain.Codici;

namespace CigHub.Domain.Palestra;

/// <summary>
/// A refusal in ANAC's words, as the portal shows it. The palestra gives one after its own check (ERR98), or because the person in training
/// has switched it on.
/// </summary>
/// <remarks>
/// Equality: by both members. Source: ANAC's list of errors, of which the palestra has those that an AD4 can get
/// (<see cref="AiutiForniti"/>). ERR100, for example, is an error of AD5.
/// </remarks>
/// <param name="Codice">ANAC's code, for example <c>ERR98</c>.</param>
/// <param name="Testo">ANAC's sentence.</param>
public sealed record ErrorePortale(string Codice, string Testo)
{
    /// <summary>The errors of ANAC that can be switched on in the palestra.</summary>
    public static IReadOnlyList<ErrorePortale> Tutti { get; } = [.. AiutiForniti.Tutti.Select(a => new ErrorePortale(a.Codice, a.Testo))];

    /// <summary>The refusal of a CIG Padre that is no accordo quadro or Convenzione, which is the most repeated one.</summary>
    public static ErrorePortale PadreNonValido { get; } = Trova("ERR98")!;

    public static ErrorePortale? Trova(string? codice) => Tutti.FirstOrDefault(e => e.Codice == codice);

    /// <summary>
    /// Returns the refusal with the detail that ANAC adds to it: <c>ERR98: errore durante la validazione del CIG negli accordi quadro: CIG
    /// Accordo Quadro A3A1102EE4 non valido</c>.
    /// </summary>
    /// <remarks>Source: ANAC, npa issue 2641.</remarks>
    public static string PadreRifiutato(string cigPadre) => $"{PadreNonValido}: CIG Accordo Quadro {cigPadre} non valido";

    /// <summary>Returns the code and the sentence together: <c>ERR96: importo differente per lo stesso idPartecipante</c>.</summary>
    public override string ToString() => $"{Codice}: {Testo}";
}
