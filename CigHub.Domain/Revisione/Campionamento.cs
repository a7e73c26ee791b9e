using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CigHub.Domain.Revisione;

/// <summary>
/// The published algorithm of the samples: the same population, seed and size give the same sample anywhere. <c>docs/audit.md</c> has it in
/// twenty lines of Python, and a test runs those lines.
/// </summary>
public static class Campionamento
{
    /// <summary>
    /// Writes a population as the file that is kept and handed out: one line <c>id;ente;cents</c> for each item, sorted by id, each ended by
    /// a line feed. Ids are in lower case with hyphens.
    /// </summary>
    public static string Testo(IEnumerable<Elemento> popolazione)
    {
        var righe = popolazione.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Id};{e.EnteId};{e.Centesimi}\n"));
        return string.Concat(righe.Order(StringComparer.Ordinal));
    }

    /// <summary>Returns the SHA-256 of a population's file, in lower-case hexadecimal digits.</summary>
    public static string Impronta(string testo) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(testo)));

    /// <summary>Returns the ids of the sample, in the order of the working papers.</summary>
    public static IReadOnlyList<Guid> Estrai(RichiestaCampione richiesta, IReadOnlyCollection<Elemento> popolazione) => richiesta.Metodo switch
    {
        MetodoCampione.Casuale => [.. InOrdine(popolazione, richiesta.Seme).Take(richiesta.Quanti)],
        MetodoCampione.PerEnte => PerEnte(popolazione, richiesta.Seme, richiesta.Quanti),
        MetodoCampione.SopraImporto =>
        [
            .. popolazione.Where(e => richiesta.Soglia is { } soglia && e.Centesimi > soglia.Centesimi)
                .OrderByDescending(e => e.Centesimi).ThenBy(e => $"{e.Id}", StringComparer.Ordinal).Select(e => e.Id),
        ],
        _ => [.. popolazione.Where(e => richiesta.Scelti.Contains(e.Id)).Select(e => e.Id).OrderBy(id => $"{id}", StringComparer.Ordinal)],
    };

    /// <summary>Returns the key by which an item is sorted: the SHA-256 of <c>seed:id</c>, in lower-case hexadecimal digits.</summary>
    public static string Chiave(string seme, Guid id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seme}:{id}")));

    private static IEnumerable<Guid> InOrdine(IEnumerable<Elemento> elementi, string seme) =>
        elementi.Select(e => e.Id).OrderBy(id => Chiave(seme, id), StringComparer.Ordinal);

    /// <summary>
    /// Gives each Ente the whole part of its proportional share, and the places that are left to the largest remainders, an equal remainder
    /// to the smaller id of the Ente.
    /// </summary>
    private static IReadOnlyList<Guid> PerEnte(IReadOnlyCollection<Elemento> popolazione, string seme, int quanti)
    {
        var (tutti, posti) = ((long)popolazione.Count, Math.Min(quanti, popolazione.Count));
        var enti = popolazione.GroupBy(e => e.EnteId).OrderBy(g => $"{g.Key}", StringComparer.Ordinal).ToList();
        var quote = enti.ToDictionary(g => g.Key, g => (int)(posti * (long)g.Count() / tutti));
        var restano = posti - quote.Values.Sum();
        foreach (var ente in enti.OrderByDescending(g => posti * (long)g.Count() % tutti).Take(restano))
        {
            quote[ente.Key]++;
        }

        var scelti = enti.SelectMany(g => InOrdine(g, seme).Take(quote[g.Key]));
        return [.. scelti.OrderBy(id => Chiave(seme, id), StringComparer.Ordinal)];
    }
}
