using System.Buffers;
using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>A CUP (Codice Unico di Progetto): 15 letters or digits, upper case.</summary>
/// <remarks>
/// Equality and order: by <see cref="Codice{T}.Valore"/>, ordinal. Default: null. A CUP has no public check digit, so only its shape is
/// checked. Only the CUP register knows whether the code exists. An entry holds one CUP: ANAC refuses a list separated by commas
/// (<c>cup.elenco</c>).
/// </remarks>
public sealed record Cup : Codice<Cup>, ICodice<Cup>
{
    public const int Lunghezza = 15;

    private static readonly SearchValues<char> _separatori = SearchValues.Create(",;/ \t\r\n");

    private Cup(string valore) : base(valore) { }

    public static Result<Cup> Leggi(string? testo)
    {
        var s = CodeText.Pulisci(testo);
        if (s.Length == 0)
        {
            return new Error("cup.mancante", "Scrivi il CUP: 15 fra lettere e cifre.");
        }

        if (s.Length > Lunghezza && s.AsSpan().ContainsAny(_separatori))
        {
            return new Error("cup.elenco", "Scrivi un solo CUP per riga: ANAC rifiuta un elenco separato da virgole o spazi.");
        }

        if (s.Length != Lunghezza)
        {
            return new Error("cup.lunghezza", $"Un CUP ha 15 caratteri, {CodeText.QuiCiSono(s.Length)}: ricopialo intero, senza spazi.");
        }

        return CodeText.SoloCifreELettere(s)
            ? new Cup(s)
            : new Error("cup.caratteri", "Un CUP ha solo lettere e cifre: togli spazi, punti e altri segni.");
    }
}
