using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>
/// A NUTS code (territorial units for statistics): two letters for the country and up to three letters or digits (<c>ITI43</c> is Roma).
/// </summary>
/// <remarks>
/// Equality and order: by <see cref="Codice{T}.Valore"/>, ordinal. Default: null. It has no check digit: the list
/// <see cref="ListeAnac.CodNuts"/> says whether the code exists and until when. An AD4 needs a code of level 3. Source: ANAC's list
/// <c>codNUTS</c>.
/// </remarks>
public sealed record CodNuts : Codice<CodNuts>, ICodice<CodNuts>
{
    public const int LunghezzaMinima = 2;

    public const int LunghezzaMassima = 5;

    private CodNuts(string valore) : base(valore) { }

    /// <summary>The level of the territorial unit: 0 for a country, 3 for a province.</summary>
    public int Livello => Valore.Length - LunghezzaMinima;

    public static Result<CodNuts> Leggi(string? testo)
    {
        var s = CodeText.Pulisci(testo);
        if (s.Length == 0)
        {
            return new Error("cod-nuts.mancante", "Scrivi il codice NUTS, per esempio ITI43 per Roma, oppure cercalo con il nome della provincia.");
        }

        if (s.Length is < LunghezzaMinima or > LunghezzaMassima)
        {
            return new Error(
                "cod-nuts.lunghezza",
                $"Un codice NUTS ha da 2 a 5 caratteri, {CodeText.QuiCiSono(s.Length)}: per una provincia ne ha 5, per esempio ITI43.");
        }

        return char.IsAsciiLetterUpper(s[0]) && char.IsAsciiLetterUpper(s[1]) && CodeText.SoloCifreELettere(s)
            ? new CodNuts(s)
            : new Error("cod-nuts.caratteri", "Un codice NUTS comincia con le due lettere dello Stato e continua con lettere o cifre: per esempio ITI43.");
    }
}
