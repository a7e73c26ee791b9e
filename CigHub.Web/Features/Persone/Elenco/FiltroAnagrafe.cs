using CigHub.Domain.Codici;
using CigHub.Web.Common;

namespace CigHub.Web.Features.Persone.Elenco;

/// <summary>What to look for among Enti or people; each member is also a part of the page's address.</summary>
/// <param name="Cerca">Words, each the beginning of a word of what is listed; accents and case do not count.</param>
/// <param name="Stato"><see cref="Attivi"/>, <see cref="NonAttivi"/>, <see cref="SenzaRup"/> (of Enti), or null for all.</param>
public sealed record FiltroAnagrafe(string? Cerca = null, string? Stato = null)
{
    public const string Attivi = "attivi";

    public const string NonAttivi = "non-attivi";

    /// <summary>Enti at work without an active RUP today.</summary>
    public const string SenzaRup = "senza-rup";

    /// <summary>A search is a few words: what is longer is cut.</summary>
    public const int MaxCerca = 200;

    private readonly string[] _parole = [.. TestoPiegato.Parole((Cerca ?? "")[..Math.Min(Cerca?.Length ?? 0, MaxCerca)]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => " " + p)];

    public bool Trova(bool attivo, params ReadOnlySpan<string> testi)
    {
        if (Stato is Attivi && !attivo || Stato is NonAttivi && attivo)
        {
            return false;
        }

        var piegato = TestoPiegato.Parole(string.Join(' ', testi));
        return Array.TrueForAll(_parole, p => piegato.Contains(p, StringComparison.Ordinal));
    }

    /// <summary>One page of the rows that were found.</summary>
    public static Pagina<T> Taglia<T>(IReadOnlyList<T> trovate, int pagina, int perPagina) =>
        new([.. trovate.Skip((pagina - 1) * perPagina).Take(perPagina)], trovate.Count);
}
