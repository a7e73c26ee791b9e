using CigHub.Domain.Codici;
using CigHub.Web.Common;

namespace CigHub.Web.Features.Persone.Elenco;

/// <summary>The filter of the list of Enti and of the list of people. Each member is also a parameter in the page's address.</summary>
/// <param name="Cerca">Beginnings of words to look for. Accents and case do not count.</param>
/// <param name="Stato"><see cref="Attivi"/>, <see cref="NonAttivi"/>, <see cref="SenzaRup"/> (for Enti only),
/// <see cref="ConRuoloInScadenza"/> (for people only), or null for all.</param>
public sealed record AnagrafeFilter(string? Cerca = null, string? Stato = null)
{
    public const string Attivi = "attivi";

    public const string NonAttivi = "non-attivi";

    /// <summary>The value of <see cref="Stato"/> for Enti that are not closed and have no active RUP today.</summary>
    public const string SenzaRup = "senza-rup";

    /// <summary>The value of <see cref="Stato"/> for active people with a role that ends soon, and that no other one continues.</summary>
    public const string ConRuoloInScadenza = "ruolo-in-scadenza";

    /// <summary>The longest search text, in characters. The rest of a longer one is cut off.</summary>
    public const int MaxCerca = 200;

    private readonly string[] _parole = [
        .. FoldedText
            .Parole((Cerca ?? "")[..Math.Min(Cerca?.Length ?? 0, MaxCerca)])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => " " + p)];

    public bool Find(bool attivo, params ReadOnlySpan<string> testi)
    {
        if (Stato is Attivi && !attivo || Stato is NonAttivi && attivo)
        {
            return false;
        }

        var piegato = FoldedText.Parole(string.Join(' ', testi));
        return Array.TrueForAll(_parole, p => piegato.Contains(p, StringComparison.Ordinal));
    }

    /// <summary>Returns one page of the rows found, with the number of all. The first page has number 1.</summary>
    public static ListPage<T> Taglia<T>(IReadOnlyList<T> trovate, int pagina, int perPagina) =>
        new([.. trovate.Skip((pagina - 1) * perPagina).Take(perPagina)], trovate.Count);
}
