using System.Text.Json;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>A rule of ANAC that a scheda breaks.</summary>
/// <param name="Codice">ANAC's code, for example <c>REG18</c>.</param>
/// <param name="Percorso">The concrete path of the field to correct, or of the first missing field.</param>
/// <param name="Messaggio">The message in Italian: what is wrong and what to do.</param>
public sealed record RegolaViolata(string Codice, string Percorso, string Messaggio);

/// <summary>The 15 rules that ANAC runs on an AD4 (its decision table).</summary>
/// <remarks>
/// These subtle cases follow ANAC's table: an absent accessibilita breaks REG32, a blank is a justification for REG33, an empty list is an
/// answer for REG27 and REG28, an absent quota is not a 0 for REG23, and an absent importo is not a 0 for REG52. Source: ANAC,
/// <c>regole/AD4.dmn</c>.
/// </remarks>
public static class RegoleAnac
{
    /// <summary>The date of ANAC's decision table that these rules follow, as pages show it.</summary>
    public const string Versione = "30/06/2026";

    /// <summary>ANAC's codes of the 15 rules, in the order of its decision table.</summary>
    public static IReadOnlyList<string> Codici { get; } =
        ["REG18", "REG19", "REG21", "REG22", "REG23", "REG24", "REG27", "REG28", "REG32", "REG33", "REG52", "REG53", "REG78", "REG100", "REG112"];

    private const int Soglia = 30;

    /// <summary>
    /// Returns the rules that the scheda breaks, in the order of the scheda. A rule appears once for each place where it is broken.
    /// </summary>
    public static IReadOnlyList<RegolaViolata> Controlla(SchedaAd4 scheda)
    {
        var aggiudicazioni = scheda.AnacForm?.Aggiudicazioni ?? [];
        if (aggiudicazioni.Count == 0)
        {
            return [new("REG112", PercorsoAd4.Aggiudicazione(0) + "/lotIdentifier", "La scheda non ha nessuna adesione: compila almeno un'aggiudicazione.")];
        }

        return [.. aggiudicazioni.SelectMany((a, i) => Controlla(a, PercorsoAd4.Aggiudicazione(i)))];
    }

    private static IEnumerable<RegolaViolata> Controlla(AggiudicazioneAd4 a, string qui) =>
        Cup(a, qui)
            .Concat(a.Partecipanti is { Count: > 0 } partecipanti ? Partecipanti(partecipanti, qui + "/partecipanti") : NessunPartecipante(qui))
            .Concat(ParitaConPnrr(a, qui + "/paritaDiGenereGenerazionale"))
            .Concat(Quote(a.ParitaDiGenereGenerazionale, qui + "/paritaDiGenereGenerazionale"))
            .Concat(Accessibilita(a, qui + "/datiBaseAccessibilita"));

    private static IEnumerable<RegolaViolata> Cup(AggiudicazioneAd4 a, string qui)
    {
        if (a.AfferenteInvestimentiPnrr is true && a.AcquisizioneCup is not true)
        {
            yield return new("REG18", qui + "/acquisizioneCup",
                "Con fondi PNRR o PNC l'acquisizione del CUP è obbligatoria: rispondi Sì a «È prevista l'acquisizione del CUP», "
                    + "oppure correggi la risposta sul PNRR.");
        }

        if (a.AcquisizioneCup is true && a.CupLotto is not { Count: > 0 })
        {
            yield return new("REG19", qui + "/cupLotto/0",
                "Hai indicato che è prevista l'acquisizione del CUP, ma non c'è nessun CUP: scrivine almeno uno.");
        }
    }

    private static IEnumerable<RegolaViolata> NessunPartecipante(string qui) =>
        [new("REG78", qui + "/partecipanti/0/denominazione", "Non c'è nessun operatore economico: indica almeno un partecipante.")];

    private static IEnumerable<RegolaViolata> Partecipanti(IReadOnlyList<PartecipanteAd4> partecipanti, string qui)
    {
        var primo = partecipanti.Select(p => p.IdPartecipante).FirstOrDefault(id => id is not null);
        for (var i = 0; i < partecipanti.Count; i++)
        {
            var mandante = RuoliOE.Mandante(partecipanti[i].RuoloOe?.Codice);
            if (!mandante && Confronta(partecipanti[i], partecipanti[i].Importo, "importo", 0) is <= 0)
            {
                yield return new("REG52", $"{qui}/{i}/importo",
                    "L'importo dell'operatore economico è zero: scrivi l'importo dell'adesione (solo i mandanti hanno 0).");
            }

            if (mandante && Confronta(partecipanti[i], partecipanti[i].Importo, "importo", 0) is > 0)
            {
                yield return new("REG53", $"{qui}/{i}/importo",
                    "Un mandante non ha importo: scrivi 0 e lascia l'importo dell'adesione al mandatario.");
            }
        }

        var altro = Enumerable.Range(0, partecipanti.Count)
            .FirstOrDefault(i => partecipanti[i].IdPartecipante is { } id && id != primo, -1);
        if (altro >= 0)
        {
            yield return new("REG100", $"{qui}/{altro}/idPartecipante",
                "Un'adesione ha un solo partecipante: dai ai membri del raggruppamento lo stesso identificativo, o togli chi non ne fa parte.");
        }
    }

    private static IEnumerable<RegolaViolata> ParitaConPnrr(AggiudicazioneAd4 a, string qui)
    {
        if (a.AfferenteInvestimentiPnrr is not true)
        {
            yield break;
        }

        if (a.ParitaDiGenereGenerazionale is not { } parita)
        {
            yield return new(
                "REG21",
                qui + "/quota30PerCento",
                "Con fondi PNRR o PNC la sezione sulla parità di genere e generazionale è obbligatoria: compilala.");
            yield break;
        }

        if (parita.Quota30PerCento is null)
        {
            yield return new(
                "REG22",
                qui + "/quota30PerCento",
                "Con fondi PNRR o PNC devi dire se è prevista la quota del 30 % per donne e giovani: rispondi.");
        }

        if (parita.MisurePremiali is null)
        {
            yield return new(
                "REG28",
                qui + "/misurePremiali/0",
                "Con fondi PNRR o PNC devi indicare le misure premiali: scegline almeno una, o «Nessuna misura premiale» (13).");
        }
    }

    private static IEnumerable<RegolaViolata> Quote(ParitaDiGenereAd4? parita, string qui)
    {
        if (parita is { Quota30PerCento: "SI_QUOTA_INFERIORE", QuotaInferioreOccupFemminile: 0, QuotaInferioreOccupGiovanile: 0 })
        {
            yield return new("REG23", qui + "/quotaInferioreOccupFemminile",
                "Hai indicato una quota inferiore al 30 %, ma le due quote sono a zero: scrivi quella per le donne o quella per i giovani.");
        }

        if (parita is not null && Confronta(parita, parita.QuotaInferioreOccupFemminile, "quotaInferioreOccupFemminile", Soglia) is >= 0
            && Confronta(parita, parita.QuotaInferioreOccupGiovanile, "quotaInferioreOccupGiovanile", Soglia) is >= 0)
        {
            yield return new("REG24", qui + "/quotaInferioreOccupFemminile",
                "Le due quote sono entrambe del 30 % o più: almeno una deve essere inferiore, altrimenti la quota del 30 % è prevista per intero.");
        }

        if (parita is { Quota30PerCento: "SI_QUOTA_INFERIORE" or "NO", MotivoDeroga: null })
        {
            yield return new("REG27", qui + "/motivoDeroga/0",
                "La quota del 30 % non è prevista o è inferiore: indica il motivo della deroga (per una Convenzione anteriore alle linee guida, il 9).");
        }
    }

    private static IEnumerable<RegolaViolata> Accessibilita(AggiudicazioneAd4 a, string qui)
    {
        var risposta = a.DatiBaseAccessibilita?.Accessibilita?.Codice;
        if (a.AfferenteInvestimentiPnrr is true && risposta != "inc")
        {
            yield return new("REG32", qui + "/accessibilita",
                "Con fondi PNRR o PNC il contratto deve comprendere criteri di accessibilità per le persone con disabilità: scegli «Sono compresi» (inc).");
        }

        if (risposta == "n-inc-just" && string.IsNullOrEmpty(a.DatiBaseAccessibilita?.Giustificazione))
        {
            yield return new("REG33", qui + "/giustificazione",
                "Hai scelto «con la giustificazione seguente»: scrivi perché i criteri di accessibilità non sono compresi.");
        }
    }

    /// <summary>
    /// Compares a number of a part with <paramref name="altro"/>, even when it has more digits than a decimal holds. Returns less than,
    /// equal to or greater than 0, or null when the part has no number under that name.
    /// </summary>
    private static int? Confronta(ParteAd4 parte, decimal? membro, string nome, int altro) => membro is { } numero
        ? numero.CompareTo(altro)
        : parte.Altro is not null && parte.Altro.TryGetValue(nome, out var come) && come.ValueKind == JsonValueKind.Number
            ? JsonNumber.Confronta(come, altro)
            : null;
}
