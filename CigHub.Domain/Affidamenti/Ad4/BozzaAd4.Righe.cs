using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CigHub.Domain.Affidamenti.Ad4;

public sealed partial class BozzaAd4
{
    /// <summary>
    /// Returns the number of rows in the list at the path, including the blank ones. Returns 0 when the draft has no such list.
    /// </summary>
    public int Righe(string percorsoLista) => (Nodo(percorsoLista) as JsonArray)?.Count ?? 0;

    /// <summary>Returns the draft with one more row, which is blank, at the end of the list at the path.</summary>
    /// <exception cref="ArgumentException">The path is not that of a list, or the list is full (<see cref="LimitiAd4.Righe"/>).</exception>
    public BozzaAd4 AggiungiRiga(string percorsoLista)
    {
        VerificaLista(percorsoLista);
        var nuova = $"{percorsoLista}/{Righe(percorsoLista)}";
        if (PercorsoAd4.Modello(nuova) is null || !DocumentoAd4.RigheRaggiungibili(_radice, Interno(nuova)))
        {
            throw new ArgumentException($"No row can be added at '{nuova}'.", nameof(percorsoLista));
        }

        var radice = Copia();
        var riga = Interno(nuova) + (CatalogoAd4.EUnaListaDiValori(percorsoLista) ? "" : "/");
        DocumentoAd4.Imposta(radice, riga, null);
        return new BozzaAd4(radice, _testi);
    }

    /// <summary>
    /// Returns the draft without the row at that index, from 0. The rows after it move up, with the texts typed in them. When the row does
    /// not exist, it returns the same draft. The caller should compare <see cref="TestoRiga"/> first, so as not to remove another row that
    /// has moved up.
    /// </summary>
    /// <exception cref="ArgumentException">The path is not that of a list.</exception>
    public BozzaAd4 RimuoviRiga(string percorsoLista, int indice)
    {
        VerificaLista(percorsoLista);
        if (indice < 0 || indice >= Righe(percorsoLista))
        {
            return this;
        }

        var radice = Copia();
        DocumentoAd4.TogliRiga((JsonArray)DocumentoAd4.Trova(radice, Interno(percorsoLista))!, indice);
        var testi = _testi
            .Select(t => KeyValuePair.Create(Spostato(t.Key, percorsoLista, indice), t.Value))
            .Where(t => t.Key is not null)
            .ToImmutableSortedDictionary(t => t.Key!, t => t.Value, StringComparer.Ordinal);
        return new BozzaAd4(radice, testi);
    }

    /// <summary>
    /// Returns the content of the row at that index as text, so that a caller can check that it is still the row that the user saw. Returns
    /// an empty text when the row does not exist.
    /// </summary>
    public string TestoRiga(string percorsoLista, int indice)
    {
        if (indice < 0 || indice >= Righe(percorsoLista))
        {
            return "";
        }

        var riga = $"{percorsoLista}/{indice}";
        var testi = _testi.Where(t => t.Key == riga || PercorsoAd4.Sotto(t.Key, riga)).ToList();
        var contenuto = DocumentoAd4.Canonico(Nodo(riga));
        return testi.Count == 0
            ? contenuto
            : contenuto + DocumentoAd4.Canonico(new JsonObject(testi.Select(t => KeyValuePair.Create(t.Key[riga.Length..], (JsonNode?)t.Value))));
    }

    private static void VerificaLista(string percorsoLista)
    {
        if (percorsoLista.Contains('*', StringComparison.Ordinal) || !CatalogoAd4.EUnaLista(percorsoLista))
        {
            throw new ArgumentException($"Not a list of the AD4: '{percorsoLista}'.", nameof(percorsoLista));
        }
    }

    /// <summary>
    /// Returns the path that an unreadable text has after a row of a list was removed. Returns null when the text stood in the removed row
    /// and is removed with it.
    /// </summary>
    private static string? Spostato(string percorso, string lista, int indice)
    {
        if (!PercorsoAd4.Sotto(percorso, lista))
        {
            return percorso;
        }

        var resto = percorso[(lista.Length + 1)..].Split('/');
        var riga = PercorsoAd4.Posizione(resto[0])!.Value;
        if (riga == indice)
        {
            return null;
        }

        return riga < indice ? percorso : string.Join('/', [lista, $"{riga - 1}", .. resto.Skip(1)]);
    }
}
