using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>A draft that was read from a file, with every change that the reading made to the file's data.</summary>
public sealed record BozzaImportata(BozzaAd4 Bozza, IReadOnlyList<CorrezioneAd4> Correzioni);

/// <summary>
/// Reads a file with ANAC's JSON of one AD4 that was written outside CigHub, and says in words why a file is not an AD4. What ANAC's model
/// does not have is dropped, and what is clear but not written as ANAC requires is rewritten. Each such change is in the result.
/// </summary>
public static class ImportazioneAd4
{
    /// <summary>Maximum size of a file, in bytes (1 MiB). A scheda has a few thousand bytes.</summary>
    public const int MaxByte = 1024 * 1024;

    /// <returns>
    /// The draft, or the error <c>ad4.json-troppo-grande</c>, <c>ad4.json</c>, <c>ad4.altra-scheda</c> or <c>ad4.senza-padre</c>.
    /// </returns>
    public static Result<BozzaImportata> Leggi(string testo)
    {
        if (testo.Length > MaxByte)
        {
            return TroppoGrande;
        }

        try
        {
            var json = testo.TrimStart('\uFEFF');
            if (Estraneo(BozzaAd4.DaScheda(json), json) is { } errore)
            {
                return errore;
            }

            var documento = BozzaAd4.LeggiOggetto(json);
            var correzioni = PuliziaAd4.Importa(documento);
            var bozza = BozzaAd4.DaDocumento(documento);
            return bozza.Scheda is not null ? new BozzaImportata(bozza.ConCodiciInForma(), correzioni) : Illeggibile;
        }
        catch (JsonException e)
        {
            return Illeggibile with { Message = Dove(testo, e) };
        }
    }

    /// <summary>
    /// The error for a file larger than <see cref="MaxByte"/>. The caller returns it from the size alone, without reading the file.
    /// </summary>
    public static Error TroppoGrande { get; } = new(
        "ad4.json-troppo-grande",
        "Il file supera 1 MB, e una scheda AD4 ne occupa molto meno: controlla di aver scelto il JSON di una sola scheda.");

    private static Error Illeggibile { get; } = new("ad4.json", "Il file non è un JSON leggibile.");

    private static string Dove(string testo, JsonException e) => testo.AsSpan().TrimStart('\uFEFF').TrimStart() switch
    {
        [] => "Il file è vuoto: scegli il JSON della scheda.",
        ['['] or ['[', ..] => "Il file contiene un elenco, non una scheda: importa una scheda alla volta.",
        ['{', ..] when e.LineNumber is { } riga => $"Il file non è un JSON leggibile: l'errore è alla riga {riga + 1}, "
            + $"posizione {e.BytePositionInLine + 1}. Chiedi di nuovo il file a chi lo ha prodotto, o correggilo lì.",
        ['{', ..] => "Il file non è un JSON leggibile: una proprietà è scritta due volte nello stesso oggetto. Chiedi di nuovo il file a chi lo ha prodotto.",
        _ => "Il file non è un JSON: una scheda comincia con una parentesi graffa. Scegli il file prodotto da «Esporta scheda» o dal sistema di ANAC.",
    };

    private static Error? Estraneo(BozzaAd4 bozza, string json)
    {
        if (!bozza.Contiene("anacForm"))
        {
            var trovate = string.Join(", ", (JsonNode.Parse(json) as JsonObject)?.Select(p => $"«{p.Key}»").Take(5) ?? []);
            return new Error(
                "ad4.altra-scheda",
                $"Non è una scheda AD4: manca «anacForm»{(trovate.Length == 0 ? "" : $" (c'è {trovate})")}. Scegli il JSON della sola scheda.");
        }

        if (bozza.Contiene("anacForm/lotti") || !bozza.Contiene(PercorsoAd4.Appalto) || bozza.Righe(PercorsoAd4.Aggiudicazioni) == 0)
        {
            return new Error(
                "ad4.altra-scheda",
                "È una scheda di ANAC, ma non una AD4: una AD4 ha l'appalto e almeno un'aggiudicazione, e non ha lotti. "
                    + "Scegli il JSON di un'adesione senza confronto competitivo.");
        }

        return string.IsNullOrWhiteSpace(bozza.Testo(PercorsoAd4.CigPadre))
            ? new Error(
                "ad4.senza-padre",
                "La scheda non ha il CIG Padre («anacForm/appalto/cig»), e senza non si sa a quale Lotto aderisce: completala e riprova.")
            : null;
    }
}
