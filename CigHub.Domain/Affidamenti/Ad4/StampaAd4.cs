using CigHub.Domain.Codici;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>One filled-in field of the printed scheda: its label, and its value in words.</summary>
/// <remarks>Equality: by members.</remarks>
public sealed record RigaStampata(string Etichetta, string Valore);

/// <summary>A section of the printed scheda, with only its filled-in fields.</summary>
public sealed record SezioneStampata(string Titolo, IReadOnlyList<RigaStampata> Righe);

/// <summary>The result of one group of checks, as the printed scheda shows it.</summary>
/// <param name="Mancanze">The problems found. Empty when the checks are passed.</param>
public sealed record VerificaStampata(string Nome, IReadOnlyList<string> Mancanze)
{
    public bool Superata => Mancanze.Count == 0;
}

/// <summary>Builds the printed scheda that the office keeps in its files: every filled-in field, and the results of the checks.</summary>
public static class StampaAd4
{
    private static readonly (SezioneAd4 Sezione, string Titolo)[] _titoli =
    [
        (SezioneAd4.Documento, "Documento"),
        (SezioneAd4.EnteProponente, "Ente proponente"),
        (SezioneAd4.DatiAffidamento, "Dati affidamento"),
        (SezioneAd4.QuadroEconomico, "Quadro economico"),
        (SezioneAd4.Finanziamenti, "Finanziamenti"),
        (SezioneAd4.OperatoriEconomici, "Operatori economici"),
        (SezioneAd4.ParitaDiGenere, "Parità di genere e generazionale"),
        (SezioneAd4.Accessibilita, "Accessibilità"),
        (SezioneAd4.AltriDati, "Altri dati ANAC"),
    ];

    /// <summary>
    /// Returns the sections that have filled-in fields, in the portal's order. The values for which the catalogo dei campi has no field
    /// come last, as JSON.
    /// </summary>
    /// <param name="centri">The Ente's centri di costo, for their names: the scheda has only their codes.</param>
    public static IReadOnlyList<SezioneStampata> Sezioni(BozzaAd4 bozza, RaccoltaListe liste, IReadOnlyList<CentroDiCosto> centri)
    {
        var altro = bozza.Sconosciuti().Select(s => new RigaStampata(s.Percorso, s.Valore)).ToList();
        return
        [
            .. _titoli.Select(t => new SezioneStampata(t.Titolo, Righe(bozza, t.Sezione, liste, centri))).Where(s => s.Righe.Count > 0),
            .. altro.Count > 0 ? [new SezioneStampata("Dati della scheda che CigHub non conosce", altro)] : Array.Empty<SezioneStampata>(),
        ];
    }

    /// <summary>
    /// Groups the given problems by their kind. Each group of checks is in the result, also when no problem was found in it.
    /// </summary>
    public static IReadOnlyList<VerificaStampata> Verifiche(IReadOnlyList<Segnalazione> segnalazioni) =>
    [
        new("Campi obbligatori", Messaggi(segnalazioni, TipoSegnalazione.Mancante)),
        new("Valori leggibili, codici delle liste ANAC, limiti della Convenzione e del Lotto", Messaggi(segnalazioni, TipoSegnalazione.Errato)),
        new(
            $"Regole ANAC: {string.Join(", ", RegoleAnac.Codici)}",
            [.. segnalazioni.Where(s => s.Tipo == TipoSegnalazione.RegolaAnac).Select(s => $"{s.Codice}: {s.Messaggio}")]),
        new("Avvisi: oltre le regole ANAC, da correggere o da motivare", Messaggi(segnalazioni, TipoSegnalazione.Avviso)),
    ];

    private static IReadOnlyList<string> Messaggi(IEnumerable<Segnalazione> segnalazioni, TipoSegnalazione tipo) =>
        [.. segnalazioni.Where(s => s.Tipo == tipo).Select(s => s.Messaggio)];

    private static IReadOnlyList<RigaStampata> Righe(BozzaAd4 bozza, SezioneAd4 sezione, RaccoltaListe liste, IReadOnlyList<CentroDiCosto> centri) =>
    [
        .. RaccoltaValoriPortale.DaiPercorsi(bozza, CatalogoAd4.CampiDi(sezione).Select(c => c.Percorso), liste).Select(v => new RigaStampata(
            v.Etichetta,
            CatalogoAd4.Trova(v.Percorso)!.Tipo switch
            {
                TipoCampo.Euro when !bozza.TestiNonLeggibili.ContainsKey(v.Percorso) => bozza.Testo(v.Percorso) + " €",
                TipoCampo.CentroDiCosto => centri.FirstOrDefault(c => c.HaCodice(v.Valore))?.Parola ?? v.Valore,
                _ => v.Valore,
            })),
    ];
}
