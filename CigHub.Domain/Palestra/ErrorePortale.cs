namespace CigHub.Domain.Palestra;

/// <summary>
/// A refusal in ANAC's words, as the portal shows it. The palestra gives one after its own check (ERR98), or because the person in training
/// has switched it on.
/// </summary>
/// <remarks>Equality: by both members. Source: ANAC's public threads on AD4; <see cref="PadreNonValido"/> is the most repeated one.</remarks>
/// <param name="Codice">ANAC's code, for example <c>ERR98</c>.</param>
/// <param name="Testo">ANAC's sentence.</param>
public sealed record ErrorePortale(string Codice, string Testo)
{
    public static ErrorePortale PadreNonValido { get; } = new("ERR98", "CIG Accordo Quadro non valido");

    /// <summary>The errors of ANAC that can be switched on in the palestra.</summary>
    public static IReadOnlyList<ErrorePortale> Tutti { get; } =
    [
        PadreNonValido,
        new("ERR69", "Centro di costo non valido per la stazione appaltante"),
        new("ERR96", "Importi diversi per lo stesso idPartecipante"),
        new("ERR100", "Importo non ammesso per la scheda: superato il limite di 5.000 euro"),
        new("ERR130", "CUP non coerente con i dati PNRR"),
        new("ERR132", "Servizio CUP non disponibile"),
        new("ERR9999", "Errore generico del servizio"),
    ];

    public static ErrorePortale? Trova(string? codice) => Tutti.FirstOrDefault(e => e.Codice == codice);

    /// <summary>Returns the code and the sentence together: <c>ERR98: CIG Accordo Quadro non valido</c>.</summary>
    public override string ToString() => $"{Codice}: {Testo}";
}
