namespace CigHub.Domain.Codici;

/// <summary>An entry as a field offers it on a day: one that may be chosen, or the one that stands there already and no longer may.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Voce">The entry of the list.</param>
/// <param name="Nota">Why it may not be chosen anew, Italian; null for an entry that may.</param>
public sealed record VoceOfferta(VoceLista Voce, string? Nota)
{
    public string Codice => Voce.Codice;

    public string Etichetta => Annotata(Voce.Etichetta);

    /// <summary>Code and label.</summary>
    public string Parola => Annotata(Voce.Parola);

    private string Annotata(string testo) => Nota is null ? testo : $"{testo} ({Nota})";
}
