using System.Text.Json.Nodes;
using CigHub.Domain.Codici;

namespace CigHub.Domain.Affidamenti.Ad4;

public sealed partial class BozzaAd4
{
    /// <summary>
    /// Returns the draft with each code of ANAC's document in its canonical form, as if a user had typed it: without blanks, braces and
    /// separators, in upper case. A text with several CUP becomes several rows. Everything else stays as it is in the document.
    /// </summary>
    /// <remarks>A document from elsewhere needs it, because ANAC compares its codes letter by letter.</remarks>
    public BozzaAd4 ConCodiciInForma()
    {
        var radice = Copia();
        foreach (var campo in CatalogoAd4.Campi.Where(HaUnaForma))
        {
            foreach (var lista in campo.Tipo == TipoCampo.Cup ? CatalogoAd4.Concreti(campo.Percorso[..^2], this) : [])
            {
                Dividi(DocumentoAd4.Trova(radice, Interno(lista)) as JsonArray);
            }

            foreach (var percorso in CatalogoAd4.Concreti(campo.Percorso, this))
            {
                InForma(radice, campo, percorso);
            }
        }

        return new BozzaAd4(radice, _testi);
    }

    private static bool HaUnaForma(CampoAd4 campo) => !campo.Libero
        && campo.Tipo is not (TipoCampo.Euro or TipoCampo.Percentuale or TipoCampo.Data or TipoCampo.SiNo) && !PercorsoAd4.Nostro(campo.Percorso);

    private static void Dividi(JsonArray? lista)
    {
        for (var i = (lista?.Count ?? 0) - 1; i >= 0; i--)
        {
            if (lista![i] is not JsonValue valore || !valore.TryGetValue<string>(out var testo)
                || ElencoCup.Leggi(testo) is not { EUnElenco: true, Altro.Count: 0 } elenco || lista.Count + elenco.Cup.Count > LimitiAd4.Righe)
            {
                continue;
            }

            lista.RemoveAt(i);
            foreach (var (posto, cup) in elenco.Cup.Index())
            {
                lista.Insert(i + posto, cup.Valore);
            }
        }
    }

    private static void InForma(JsonObject radice, CampoAd4 campo, string percorso)
    {
        if (DocumentoAd4.Trova(radice, Interno(percorso)) is not { } nodo || FieldReader.Mostra(campo, nodo) is not { Length: > 0 } testo
            || !FieldReader.Leggi(campo, testo).TryGet(out var valore) || FieldReader.Mostra(campo, valore) is not { } forma || forma == testo)
        {
            return;
        }

        if (nodo is JsonObject codificato)
        {
            // Only the code changes: the other members of a coded value are the document's own.
            codificato["codice"] = forma;
        }
        else
        {
            DocumentoAd4.Imposta(radice, Interno(percorso), valore);
        }
    }
}
