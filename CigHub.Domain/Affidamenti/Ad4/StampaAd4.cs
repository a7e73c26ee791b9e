using CigHub.Domain.Codici;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>A filled-in field in words.</summary>
/// <remarks>Equality: by members.</remarks>
public sealed record RigaStampata(string Etichetta, string Valore);

/// <summary>A section of the printed scheda; only what is filled in.</summary>
public sealed record SezioneStampata(string Titolo, IReadOnlyList<RigaStampata> Righe);

/// <summary>A group of checks and how it came out.</summary>
/// <param name="Mancanze">What stands against it; empty when it is passed.</param>
public sealed record VerificaStampata(string Nome, IReadOnlyList<string> Mancanze)
{
    public bool Superata => Mancanze.Count == 0;
}

/// <summary>The scheda as a document for the files of an office: every field that is filled in, and what the checks said.</summary>
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

    /// <summary>The sections that have something in them, in the portal's order; what the catalogue does not know comes last, as it stands.</summary>
    /// <param name="centri">The Ente's centri di costo: the scheda holds their code alone.</param>
    public static IReadOnlyList<SezioneStampata> Sezioni(BozzaAd4 bozza, RaccoltaListe liste, IReadOnlyList<CentroDiCosto> centri)
    {
        var altro = bozza.Sconosciuti().Select(s => new RigaStampata(s.Percorso, s.Valore)).ToList();
        return
        [
            .. _titoli.Select(t => new SezioneStampata(t.Titolo, Righe(bozza, t.Sezione, liste, centri))).Where(s => s.Righe.Count > 0),
            .. altro.Count > 0 ? [new SezioneStampata("Dati della scheda che CigHub non conosce", altro)] : Array.Empty<SezioneStampata>(),
        ];
    }

    /// <summary>The checks by kind, from what they found.</summary>
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
        .. ValoriPerPortale.Di(bozza, CatalogoAd4.CampiDi(sezione).Select(c => c.Percorso), liste).Select(v => new RigaStampata(
            v.Etichetta,
            CatalogoAd4.Trova(v.Percorso)!.Tipo switch
            {
                TipoCampo.Euro when !bozza.TestiNonLeggibili.ContainsKey(v.Percorso) => bozza.Testo(v.Percorso) + " €",
                TipoCampo.CentroDiCosto => centri.FirstOrDefault(c => c.Ha(v.Valore))?.Parola ?? v.Valore,
                _ => v.Valore,
            })),
    ];
}
