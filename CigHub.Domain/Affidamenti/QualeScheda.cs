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

/// <summary>The user's answers on the page «Quale scheda?», from which the right scheda of ANAC follows.</summary>
/// <param name="Adesione">True when the Ente adheres to a Lotto of an accordo quadro or a Convenzione.</param>
/// <param name="ConfrontoCompetitivo">True when the adhesion needs a confronto competitivo.</param>
/// <param name="DataBando">The day of the Convenzione's bando. Null when it is not known yet.</param>
/// <param name="Importo">The amount of a direct award without a Convenzione.</param>
/// <param name="Contratto">The kind of contract that an award concerns.</param>
public sealed record RisposteScheda(bool Adesione, bool ConfrontoCompetitivo, DateOnly? DataBando, Importo? Importo, TipoDiContratto Contratto);

/// <summary>The scheda of ANAC that an award needs, and the reason why it is the right one.</summary>
/// <param name="Codice">ANAC's code: <c>AD4</c>, <c>AD3</c>, <c>AD5</c>, <c>P6_1</c>, <c>P6_2</c>, <c>P3_3</c>.</param>
/// <param name="Perche">The reason in Italian, with the law.</param>
/// <param name="Avvertenza">The point that the user must confirm before going on, in Italian. Null when there is none.</param>
public sealed record SchedaGiusta(string Codice, string Perche, string? Avvertenza = null)
{
    /// <summary>Says whether CigHub prepares this scheda, which is so only for an AD4.</summary>
    public bool SiPreparaQui => Codice == QualeScheda.Ad4;
}

/// <summary>Chooses the scheda of ANAC that an award needs.</summary>
/// <remarks>
/// Sources: ANAC's list <c>codiceScheda</c> of 30/06/2026; on notices after 31/12/2023, ANAC's answers in threads 2812 and 1535 of its
/// repository <c>anticorruzione/npa</c>.
/// </remarks>
public static class QualeScheda
{
    public const string Ad4 = "AD4";

    /// <summary>
    /// The amount from which a direct award needs AD3. Below it the award needs AD5 (art. 49 c. 6, art. 50 D.Lgs. 36/2023).
    /// </summary>
    public static readonly Importo SogliaAffidamentoDiretto = Importo.DaEuro(5000);

    /// <summary>Returns the scheda that is right for the given answers, or an error when an answer is missing.</summary>
    /// <returns>The scheda, or the error <c>scheda.importo</c> when a direct award has no amount.</returns>
    public static Result<SchedaGiusta> Scegli(RisposteScheda risposte)
    {
        if (!risposte.Adesione)
        {
            return risposte.Importo is { } importo
                ? Diretto(importo)
                : new Error("scheda.importo", "Scrivi l'importo: decide quale scheda serve per un affidamento diretto.", nameof(RisposteScheda.Importo));
        }

        var avvertenza = risposte.DataBando > Convenzione.UltimoBandoDescrittoPerAd4
            ? $"La descrizione di ANAC cita i bandi pubblicati entro il 31/12/2023; questo è del {risposte.DataBando:dd'/'MM'/'yyyy}: "
                + "conferma con il Soggetto Aggregatore e indica il motivo."
            : null;
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

    private static SchedaGiusta Diretto(Importo importo) => importo < SogliaAffidamentoDiretto
        ? new SchedaGiusta("AD5", "È un affidamento diretto, senza Convenzione, sotto 5.000 € (art. 50 c. 1 D.Lgs. 36/2023).")
        : new SchedaGiusta("AD3", "È un affidamento diretto, senza Convenzione, da 5.000 € in su (art. 50 D.Lgs. 36/2023).");
}
