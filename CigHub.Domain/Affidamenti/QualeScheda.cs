using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <summary>The kind of contract that is to be awarded.</summary>
public enum TipoDiContratto
{
    Appalto = 1,
    Concessione = 2,

    /// <summary>A contract to which the code of public contracts does not apply (artt. 13 and 56 D.Lgs. 36/2023).</summary>
    ContrattoEscluso = 3,
}

/// <summary>A change of an adhesion that was made already. None of them gets a new CIG.</summary>
public enum TipoDiModifica
{
    /// <summary>A renewal that the tender's documents foresee.</summary>
    Rinnovo = 1,

    /// <summary>An extension of the term, by an option of the tender's documents or because a new award is late.</summary>
    Proroga = 2,

    /// <summary>An increase or decrease up to a fifth of the amount, at the same conditions.</summary>
    QuintoDObbligo = 3,

    /// <summary>Works, services or supplies that became necessary and that the contract does not hold.</summary>
    ServiziSupplementari = 4,
}

/// <summary>The user's answers on the page «Quale scheda?», from which the right scheda of ANAC follows.</summary>
/// <param name="Adesione">True when the Ente adheres to a Lotto of an accordo quadro or a Convenzione.</param>
/// <param name="ConfrontoCompetitivo">True when the adhesion needs a confronto competitivo.</param>
/// <param name="DataBando">The day of the Convenzione's bando. Null when it is not known yet.</param>
/// <param name="Importo">The amount of a direct award without a Convenzione.</param>
/// <param name="Contratto">The kind of contract that an award concerns.</param>
public sealed record RisposteScheda(bool Adesione, bool ConfrontoCompetitivo, DateOnly? DataBando, Importo? Importo, TipoDiContratto Contratto)
{
    /// <summary>The change of an adhesion made already, in which case no other answer counts but the kind of contract. Else null.</summary>
    public TipoDiModifica? Modifica { get; init; }

    /// <summary>True for a negotiated procedure without a notice, outside any Convenzione.</summary>
    public bool Negoziata { get; init; }

    /// <summary>True when the amount is the EU threshold or more (art. 14 D.Lgs. 36/2023).</summary>
    public bool SopraSoglia { get; init; }
}

/// <summary>The scheda of ANAC that an award needs, and the reason why it is the right one.</summary>
/// <param name="Codice">ANAC's code: <c>AD4</c>, <c>AD3</c>, <c>AD5</c>, <c>P6_1</c>, <c>P6_2</c>, <c>P3_3</c>, <c>P7_2</c>, <c>M2</c>, <c>M2_40</c>.</param>
/// <param name="Perche">The reason in Italian, with the law.</param>
/// <param name="Avvertenza">The point that the user must confirm before going on, in Italian. Null when there is none.</param>
public sealed record SchedaGiusta(string Codice, string Perche, string? Avvertenza = null)
{
    /// <summary>Says whether CigHub prepares this scheda, which is so only for an AD4.</summary>
    public bool SiPreparaQui => Codice == QualeScheda.Ad4;

    /// <summary>Says whether the scheda communicates a change of a contract, which keeps the CIG that it has.</summary>
    public bool SenzaNuovoCig { get; init; }
}

/// <summary>Chooses the scheda of ANAC that an award needs.</summary>
/// <remarks>
/// Sources: ANAC's list <c>codiceScheda</c> of 30/06/2026; ANAC's answers in the threads of its repository <c>anticorruzione/npa</c>: on
/// notices after 31/12/2023, threads 2812 and 1535; on changes of an adhesion, thread 2562 (2249 and 2862 are not answered yet, 2025 is about
/// CIG of before 2024); on the scheda P8, ANAC's roadmap, item 84809.
/// </remarks>
public static class QualeScheda
{
    public const string Ad4 = "AD4";

    private const string P8Sospesa =
        "Per gli affidamenti di importo pari o superiore alla soglia europea ANAC ha annunciato la scheda P8 (negoziate senza bando e adesioni), "
        + "ma la sua pubblicazione è sospesa (roadmap ANAC 84809): finché lo è, la P8 non si può inviare. "
        + "Prima di procedere controlla la roadmap e conferma con il Soggetto Aggregatore o con ANAC.";

    /// <summary>
    /// The amount from which a direct award needs AD3. Below it the award needs AD5 (art. 49 c. 6, art. 50 D.Lgs. 36/2023).
    /// </summary>
    public static readonly Importo SogliaAffidamentoDiretto = Importo.DaEuro(5000);

    /// <summary>Returns the scheda that is right for the given answers, or an error when an answer is missing.</summary>
    /// <returns>The scheda, or the error <c>scheda.importo</c> when a direct award has no amount.</returns>
    public static Result<SchedaGiusta> Scegli(RisposteScheda risposte)
    {
        if (risposte.Modifica is { } modifica)
        {
            return DiModifica(modifica, risposte.Contratto);
        }

        if (risposte.Negoziata)
        {
            return new SchedaGiusta(
                "P7_2",
                "È una procedura negoziata senza bando, fuori da ogni Convenzione "
                    + (risposte.SopraSoglia ? "(art. 76 D.Lgs. 36/2023)." : "(art. 76 o art. 50 c. 1 lett. c, d, e D.Lgs. 36/2023)."),
                risposte.SopraSoglia ? P8Sospesa : null);
        }

        if (!risposte.Adesione)
        {
            return risposte.Importo is { } importo
                ? Diretto(importo)
                : new Error("scheda.importo", "Scrivi l'importo: decide quale scheda serve per un affidamento diretto.", nameof(RisposteScheda.Importo));
        }

        var bandoTardivo = risposte.DataBando > Convenzione.UltimoBandoDescrittoPerAd4
            ? $"La descrizione di ANAC cita i bandi pubblicati entro il 31/12/2023; questo è del {risposte.DataBando:dd'/'MM'/'yyyy}: "
                + "conferma con il Soggetto Aggregatore e indica il motivo."
            : null;
        var avvertenza = (bandoTardivo, risposte.SopraSoglia) switch
        {
            (null, true) => P8Sospesa,
            (not null, true) => $"{bandoTardivo} {P8Sospesa}",
            _ => bandoTardivo,
        };
        return risposte switch
        {
            { ConfrontoCompetitivo: false } => new SchedaGiusta(
                Ad4,
                "È un'adesione senza successivo confronto competitivo (art. 59 c. 4 lett. a D.Lgs. 36/2023).",
                avvertenza),
            { Contratto: TipoDiContratto.Concessione } => new SchedaGiusta(
                "P6_1",
                "È un'adesione con successivo confronto competitivo per una concessione.",
                avvertenza),
            { Contratto: TipoDiContratto.ContrattoEscluso } => new SchedaGiusta(
                "P3_3",
                "È un'adesione con successivo confronto competitivo per un contratto escluso dal codice (delibera ANAC 584/2023).",
                avvertenza),
            _ => new SchedaGiusta(
                "P6_2",
                "È un'adesione con successivo confronto competitivo per un appalto (art. 59 c. 4 lett. b e c D.Lgs. 36/2023).",
                avvertenza),
        };
    }

    private static SchedaGiusta DiModifica(TipoDiModifica modifica, TipoDiContratto contratto)
    {
        var codice = contratto == TipoDiContratto.Concessione ? "M2_40" : "M2";
        var norma = modifica switch
        {
            TipoDiModifica.Rinnovo => "Un rinnovo vale solo se i documenti di gara della Convenzione lo prevedono (art. 120 c. 1 lett. a D.Lgs. 36/2023).",
            TipoDiModifica.Proroga =>
                "Una proroga vale se i documenti di gara ne prevedono l'opzione, o in via tecnica finché si conclude la nuova gara "
                + "(art. 120 c. 10 e 11 D.Lgs. 36/2023).",
            TipoDiModifica.QuintoDObbligo =>
                "Il quinto d'obbligo vale solo se i documenti di gara lo prevedono (art. 120 c. 9 D.Lgs. 36/2023; "
                + "art. 106 c. 12 D.Lgs. 50/2016 per i bandi prima dell'1/7/2023).",
            TipoDiModifica.ServiziSupplementari =>
                "I lavori, servizi o forniture supplementari valgono alle condizioni dell'art. 120 c. 1 lett. b D.Lgs. 36/2023.",
            _ => throw new ArgumentOutOfRangeException(nameof(modifica), modifica, null),
        };
        return new SchedaGiusta(
            codice,
            $"Nessun nuovo CIG: modifica contrattuale, dopo SC1. La {codice} si compila sulla PCP con il CIG Derivato che c'è già, "
            + $"quando la scheda SC1 del contratto è stata inviata, mai subito dopo la AD4. {norma}",
            "Se il CIG è stato acquisito prima del 2024, ANAC non ha ancora indicato una via certa: chiedi prima ad ANAC.")
        {
            SenzaNuovoCig = true,
        };
    }

    private static SchedaGiusta Diretto(Importo importo) => importo < SogliaAffidamentoDiretto
        ? new SchedaGiusta("AD5", "È un affidamento diretto, senza Convenzione, sotto 5.000 € (art. 50 c. 1 D.Lgs. 36/2023).")
        : new SchedaGiusta("AD3", "È un affidamento diretto, senza Convenzione, da 5.000 € in su (art. 50 D.Lgs. 36/2023).");
}
