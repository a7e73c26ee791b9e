namespace CigHub.Domain.Codici;

/// <summary>
/// An entry as a field offers it on a day: an entry that may be chosen, or the entry that the field already holds and that may no longer be
/// chosen.
/// </summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Voce">The entry of the list.</param>
/// <param name="Nota">The reason why the entry may not be chosen anew, in Italian, or null for an entry that may be chosen.</param>
public sealed record VoceOfferta(VoceLista Voce, string? Nota)
{
    public string Codice => Voce.Codice;

    public string Etichetta => Annotata(Voce.Nome);

    /// <summary>The code and the label, followed by the note if there is one, as a field shows the entry.</summary>
    public string Parola => Annotata(Voce.Parola);

    private string Annotata(string testo) => Nota is null ? testo : $"{testo} ({Nota})";
}
