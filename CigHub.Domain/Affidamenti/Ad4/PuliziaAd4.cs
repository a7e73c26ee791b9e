using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>One change that CigHub makes to a document of somebody else, so that ANAC accepts it: a datum dropped or written in ANAC's form.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Percorso">The path of the datum in the document as it came.</param>
/// <param name="Messaggio">The sentence in Italian that says how the datum was written and what became of it.</param>
public sealed record CorrezioneAd4(string Percorso, string Messaggio);

/// <summary>
/// Makes a document conform to ANAC's model where nobody has to decide anything. It drops what the model does not have (nulls, unknown
/// members, values of a wrong kind that no field can show) and, in an import, writes in ANAC's form what is clear but written otherwise
/// (a code without its list, a date without its time, a single value in place of a list).
/// </summary>
/// <remarks>
/// A wrong value that a field can show stays as it is, because the user sees it there and corrects it. An object that the model leaves open
/// to further members keeps them. The document is changed in place.
/// </remarks>
internal sealed class PuliziaAd4
{
    private const int MaxMostrato = 100;

    private readonly bool _importa;
    private readonly List<CorrezioneAd4> _fatte = [];

    private PuliziaAd4(bool importa) => _importa = importa;

    /// <summary>Prepares a document for import. Returns every change, in the order of the document.</summary>
    public static IReadOnlyList<CorrezioneAd4> Importa(JsonObject documento) => Pulisci(documento, importa: true);

    /// <summary>
    /// Drops from a document what ANAC would refuse and nobody can see. Rows of lists stay, because rules and fields are named by the
    /// position of their row. Returns every change, in the order of the document.
    /// </summary>
    public static IReadOnlyList<CorrezioneAd4> PerAnac(JsonObject documento) => Pulisci(documento, importa: false);

    private static IReadOnlyList<CorrezioneAd4> Pulisci(JsonObject documento, bool importa)
    {
        var pulizia = new PuliziaAd4(importa);
        pulizia.Membri(SchemaAd4.Forma, documento, "", "");
        return pulizia._fatte;
    }

    private void Membri(Ad4Shape forma, JsonObject oggetto, string qui, string modello)
    {
        if (_importa && CatalogoAd4.Trova(modello) is { Lista: { } lista } && !oggetto.ContainsKey("idTipologica") && oggetto.ContainsKey("codice"))
        {
            oggetto["idTipologica"] = lista;
            Annota(qui, $"Mancava il nome della lista di ANAC: aggiunto «{lista}».");
        }

        foreach (var (nome, valore) in oggetto.ToList())
        {
            var percorso = Unito(qui, nome);
            if (valore is null)
            {
                oggetto.Remove(nome);
                Annota(percorso, "Il dato era vuoto e ANAC lo rifiuterebbe: CigHub lo ha tolto, il campo resta da compilare.");
            }
            else if (forma.Voci.TryGetValue(nome, out var sua))
            {
                var nuovo = Valore(sua, valore, percorso, Unito(modello, nome));
                if (nuovo is null)
                {
                    oggetto.Remove(nome);
                }
                else if (!ReferenceEquals(nuovo, valore))
                {
                    oggetto[nome] = nuovo;
                }
            }
            else if (forma.Chiusa)
            {
                oggetto.Remove(nome);
                Annota(percorso, $"Il modello di ANAC non ha questo dato e lo rifiuterebbe: tolto. Era {Mostrato(valore)}.");
            }
        }
    }

    /// <summary>Returns the value to keep: the given one, changed inside or not, or another one. Null when the value is to be dropped.</summary>
    private JsonNode? Valore(Ad4Shape forma, JsonNode valore, string qui, string modello)
    {
        switch (forma.Tipo)
        {
            case JsonKind.Elenco when valore is JsonArray righe:
                Righe(forma.Righe!, righe, qui, modello + "/*");
                return valore;
            case JsonKind.Elenco when _importa && EUnaRiga(forma.Righe!, valore, modello + "/*"):
                Annota(qui, "Era un solo valore, dove ANAC vuole un elenco: ora è un elenco con quel valore.");
                return new JsonArray(Valore(forma.Righe!, valore.DeepClone(), qui + "/0", modello + "/*"));
            case JsonKind.Oggetto or JsonKind.NonDichiarato when valore is JsonObject oggetto:
                Membri(forma, oggetto, qui, modello);
                return valore;
            case JsonKind.NonDichiarato:
                return valore;
            case JsonKind.Oggetto when _importa && CatalogoAd4.Trova(modello) is { Lista: { } lista } && Codice(valore) is { } codice:
                Annota(qui, $"Era il solo codice {codice}: ora è il codice {codice} della lista «{lista}», come vuole ANAC.");
                return FieldReader.Codificato(lista, codice);
            default:
                return Foglia(forma, valore, qui, CatalogoAd4.Trova(modello));
        }
    }

    /// <summary>Says whether the value could be a row of the list in whose place it stands.</summary>
    private static bool EUnaRiga(Ad4Shape riga, JsonNode valore, string modello) =>
        SchemaAd4.EDelTipo(riga.Tipo, valore.GetValueKind()) || (CatalogoAd4.Trova(modello) is { Lista: not null } && Codice(valore) is not null);

    private JsonNode? Foglia(Ad4Shape forma, JsonNode valore, string qui, CampoAd4? campo)
    {
        if (_importa && campo?.Tipo == TipoCampo.Data && Stringa(valore) is { } data && !SchemaAd4.EUnaData(data) && RomeDay.Leggi(data) is { } giorno)
        {
            Annota(qui, $"La data era «{data}», senza l'ora e il fuso che ANAC chiede: ora è {RomeDay.Scrivi(giorno)}.");
            return JsonValue.Create(RomeDay.Scrivi(giorno));
        }

        if (SchemaAd4.EDelTipo(forma.Tipo, valore.GetValueKind()) || campo is { NellaMaschera: true })
        {
            return valore;
        }

        Annota(qui, $"ANAC qui non accetta questo valore e nessun campo può mostrarlo: CigHub lo ha tolto. Era {Mostrato(valore)}.");
        return null;
    }

    private void Righe(Ad4Shape forma, JsonArray righe, string qui, string modello)
    {
        var scritte = righe.ToList();
        for (int i = 0, posto = 0; i < scritte.Count; i++)
        {
            var percorso = Unito(qui, i.ToString(CultureInfo.InvariantCulture));
            if (scritte[i] is null && _importa)
            {
                Annota(percorso, "La riga era vuota e ANAC la rifiuterebbe: CigHub l'ha tolta.");
            }

            var nuova = scritte[i] is { } riga ? Valore(forma, riga, percorso, modello) : null;
            if (nuova is null && _importa)
            {
                righe.RemoveAt(posto);
                continue;
            }

            if (nuova is not null && !ReferenceEquals(nuova, scritte[i]))
            {
                righe[posto] = nuova;
            }

            posto++;
        }
    }

    private void Annota(string percorso, string messaggio) => _fatte.Add(new CorrezioneAd4(percorso, messaggio));

    private static string Unito(string percorso, string nome) => percorso.Length == 0 ? nome : $"{percorso}/{nome}";

    private static string? Stringa(JsonNode nodo) => nodo is JsonValue v && v.TryGetValue<string>(out var testo) ? testo : null;

    /// <summary>Returns the code when the value is a bare one, written as a text or as a whole number, else null.</summary>
    private static string? Codice(JsonNode valore) => valore.GetValueKind() switch
    {
        JsonValueKind.String when Stringa(valore) is { Length: > 0 and <= LimitiAd4.Valore } testo => testo.Trim(),
        JsonValueKind.Number when valore.ToJsonString() is { Length: <= LimitiAd4.Valore } cifre && cifre.All(char.IsAsciiDigit) => cifre,
        _ => null,
    };

    private static string Mostrato(JsonNode valore)
    {
        var testo = DocumentoAd4.Canonico(valore);
        return $"«{(testo.Length > MaxMostrato ? testo[..MaxMostrato] + "…" : testo)}»";
    }
}
