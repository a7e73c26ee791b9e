using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CigHub.Domain.Affidamenti.Ad4;

public sealed partial class BozzaAd4
{
    /// <summary>How many rows the list has, blank ones too.</summary>
    public int Righe(string percorsoLista) => (Nodo(percorsoLista) as JsonArray)?.Count ?? 0;

    /// <summary>The draft with one more row, blank, at the end of the list.</summary>
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
    /// The draft without that row; the rows after it move up, with the texts typed in them. When the row is not there, the same draft:
    /// compare <see cref="TestoRiga"/> first, so as not to remove another one that has moved up.
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

    /// <summary>The content of a row as text, to know whether it is still the one that somebody saw; empty when there is no such row.</summary>
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

    /// <summary>Where a text goes when a row is removed: null when it goes with the row.</summary>
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
