using System.Buffers;
using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>A CUP (Codice Unico di Progetto): a letter, two digits, a letter and eleven digits, upper case.</summary>
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

        if (s.Length > Lunghezza && (s.AsSpan().ContainsAny(_separatori) || ElencoCup.Leggi(s).Cup.Count > 1))
        {
            return new Error("cup.elenco", "Scrivi un solo CUP per riga: ANAC rifiuta un elenco separato da virgole o spazi.");
        }

        if (s.Length != Lunghezza)
        {
            return new Error("cup.lunghezza", $"Un CUP ha 15 caratteri, {CodeText.QuiCiSono(s.Length)}: ricopialo intero, senza spazi.");
        }

        if (!CodeText.SoloCifreELettere(s))
        {
            return new Error("cup.caratteri", "Un CUP ha solo lettere e cifre: togli spazi, punti e altri segni.");
        }

        var sbagliato = Enumerable.Range(0, Lunghezza).FirstOrDefault(i => !Ammesso(i, s[i]), -1);
        return sbagliato < 0
            ? new Cup(s)
            : new Error(
                "cup.forma",
                $"Un CUP è una lettera, due cifre, una lettera e undici cifre, per esempio E11B26000000001: qui il carattere {sbagliato + 1} è "
                    + $"«{s[sbagliato]}», e lì va una {(Lettera(sbagliato) ? "lettera" : "cifra")} (attenzione a O e 0, I e 1).");
    }

    /// <summary>Says whether the 15 upper-case characters have the shape of a CUP.</summary>
    internal static bool HaLaForma(ReadOnlySpan<char> s)
    {
        if (s.Length != Lunghezza)
        {
            return false;
        }

        for (var i = 0; i < Lunghezza; i++)
        {
            if (!Ammesso(i, s[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Lettera(int posto) => posto is 0 or 3;

    private static bool Ammesso(int posto, char c) => Lettera(posto) ? char.IsAsciiLetterUpper(c) : char.IsAsciiDigit(c);
}
