using System.Globalization;
using System.Text.Json.Nodes;

namespace CigHub.Domain.Affidamenti.Ad4;

public sealed partial class BozzaAd4
{
    /// <summary>
    /// Returns the values of ANAC's document for which the catalogo dei campi has no field: properties of a later version, or texts in
    /// other languages. The draft keeps them, and the editor does not show them.
    /// </summary>
    /// <returns>The path and the value as JSON, in the order of the document.</returns>
    public IReadOnlyList<(string Percorso, string Valore)> Sconosciuti() =>
        _radice[Documento] is JsonObject documento ? [.. Sconosciuti("", documento)] : [];

    /// <summary>Returns the number of fields of the catalogo dei campi that are filled in, counting each row of a list.</summary>
    public int Compilati() => CatalogoAd4.Campi.SelectMany(c => CatalogoAd4.Concreti(c.Percorso, this)).Count(p => !string.IsNullOrEmpty(Testo(p)));

    private static IEnumerable<(string Percorso, string Valore)> Sconosciuti(string percorso, JsonNode? nodo)
    {
        if (percorso.Length > 0 && CatalogoAd4.Trova(percorso) is not null)
        {
            return [];
        }

        return nodo switch
        {
            JsonObject oggetto => oggetto.SelectMany(p => Sconosciuti(percorso.Length == 0 ? p.Key : $"{percorso}/{p.Key}", p.Value)),
            JsonArray righe => righe.SelectMany((riga, i) => Sconosciuti(string.Create(CultureInfo.InvariantCulture, $"{percorso}/{i}"), riga)),
            null => [],
            _ => [(percorso, DocumentoAd4.Canonico(nodo))],
        };
    }
}
