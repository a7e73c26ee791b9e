using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// All the checks on a draft before its CIG is requested on the portal. They find missing or wrong fields, conflicts with the draft's
/// Convenzione, Lotto and Ente, and errors that ANAC reports beside those of its rules. An error stops the draft. An avviso lets it go on
/// with a reason.
/// </summary>
/// <remarks>
/// Sources, all in ANAC's repository <c>anticorruzione/npa</c>: the data model and decision table, the list <c>errori</c> (ERR69, ERR96,
/// ERR98), and the answers in its public threads.
/// </remarks>
public static partial class ControlliAffidamento
{
    /// <summary>
    /// The code of the avviso that the residuo of the Lotto is smaller than the amount of the scheda. It only informs and asks for no
    /// reason, because the request of the CIG is refused as long as the amount does not fit.
    /// </summary>
    public const string CapienzaInsufficiente = "capienza.insufficiente";

    public static IReadOnlyList<Segnalazione> Segnalazioni(BozzaAd4 bozza, ContestoControlli contesto) =>
    [
        .. CompletezzaAd4.Controlla(bozza, contesto.Liste, contesto.Oggi),
        .. DellaConvenzione(bozza, contesto),
        .. DellEnte(bozza, contesto),
        .. Enumerable.Range(0, bozza.Righe(PercorsoAd4.Aggiudicazioni)).SelectMany(i => DellAdesione(bozza, contesto, i)),
    ];

    private static IEnumerable<Segnalazione> DellaConvenzione(BozzaAd4 bozza, ContestoControlli contesto)
    {
        var (convenzione, lotto) = (contesto.Convenzione, contesto.Lotto);
        if (Giorno(bozza.Testo(PercorsoAd4.DataAdesione)) is { } adesione && convenzione.AmmetteAdesioneIl(adesione) is { IsSuccess: false } fuori)
        {
            yield return Errore(fuori.Errors[0].Code, PercorsoAd4.DataAdesione, fuori.Errors[0].Message);
        }

        foreach (var discorde in Date(bozza, contesto))
        {
            yield return discorde;
        }

        if (bozza.Testo(PercorsoAd4.CigPadre) is { } padre && !CodeText.Uguali(padre, lotto.CigPadre.Valore))
        {
            yield return Errore("ad4.padre-diverso", PercorsoAd4.CigPadre,
                $"Il CIG Padre del Lotto è {lotto.CigPadre}: correggi questo campo, oppure crea un nuovo affidamento dal Lotto giusto.");
        }

        if (Lotto.AmmetteCigPadre(lotto.CigPadre) is { IsSuccess: false })
        {
            yield return Errore("ad4.padre-smartcig", PercorsoAd4.CigPadre,
                $"Il CIG Padre del Lotto, {lotto.CigPadre}, è uno SmartCIG: ANAC rifiuterebbe la scheda (ERR98). "
                    + "Chiedi all'amministratore dell'ufficio di correggere il CIG Padre del Lotto.");
        }

        if (Scelta(contesto) is { } scelta)
        {
            yield return scelta;
        }

        if (Padre(contesto) is { } verifica)
        {
            yield return verifica;
        }

        var totale = Importo.Somma(Enumerable.Range(0, bozza.Righe(PercorsoAd4.Aggiudicazioni))
            .Select(i => ImportoAdesione.Calcola(bozza, i, convenzione.Erosione)));
        if (totale - contesto.Capienza.Residuo - contesto.GiaPreso is var inPiu && inPiu > Importo.Zero)
        {
            var gia = contesto.GiaPreso > Importo.Zero ? $", oltre ai {contesto.GiaPreso} € che questo affidamento ha già" : "";
            var maggiore = ImportoAdesione.Maggiore(bozza, convenzione.Erosione);
            yield return Avviso(CapienzaInsufficiente, maggiore?.Percorso ?? PercorsoAd4.QuadroInUso(bozza, 0, "impServizi"),
                $"L'importo ({totale} €) supera il residuo del Lotto ({contesto.Capienza.Residuo} €{gia}). Puoi preparare la scheda, "
                    + "ma la richiesta del CIG non parte finché non c'è capienza: "
                + "riduci l'importo, oppure chiedi al Soggetto Aggregatore un'estensione del massimale.") with
            {
                SoloInforma = true,
                Proposta = maggiore is { } voce && voce.Importo > inPiu ? [(voce.Percorso, (voce.Importo - inPiu).ToString())] : [],
            };
        }
    }

    /// <summary>
    /// Checks the reason for the choice among several suppliers of the Lotto: without it ANAC accepts the scheda, but the choice may be
    /// annulled (art. 59 c. 4 D.Lgs. 36/2023; Consiglio di Stato, sez. III, 7896/2024).
    /// </summary>
    private static Segnalazione? Scelta(ContestoControlli contesto)
    {
        var campo = PercorsoAd4.Aggiudicazione(0, "partecipanti/0/denominazione");
        return (contesto.Lotto.HaPiuAggiudicatari, contesto.CriterioScelta, contesto.Convenzione.CriterioFornitori) switch
        {
            (true, null, _) => new Segnalazione(TipoSegnalazione.Mancante, "ad4.scelta-fornitore", campo,
                "Il Lotto ha più aggiudicatari: in «Scelta del fornitore» indica con quale criterio e perché è stato scelto questo "
                    + "(art. 59 c. 4 D.Lgs. 36/2023)."),
            (true, { } scelto, { } previsto) when scelto != previsto => Avviso("ad4.criterio-diverso", campo,
                "Il fornitore è stato scelto con un criterio diverso da quello che la Convenzione prevede: correggilo in «Scelta del fornitore», "
                    + "o indica il motivo."),
            _ => null,
        };
    }

    private static Segnalazione? Padre(ContestoControlli contesto) => contesto.Lotto.EsitoPadre switch
    {
        Convenzioni.EsitoPadre.NonAggiudicato => Errore("ad4.padre-non-aggiudicato", PercorsoAd4.CigPadre,
            "Per ANAC il CIG Padre non risulta aggiudicato: la scheda sarebbe rifiutata (ERR98). "
                + "Chiedi al Soggetto Aggregatore di completare l'aggiudicazione e poi aggiornare la verifica sul Lotto."),
        Convenzioni.EsitoPadre.NonConvenzione => Errore("ad4.padre-non-convenzione", PercorsoAd4.CigPadre,
            "Per ANAC il CIG Padre non è un accordo quadro o una convenzione: la scheda sarebbe rifiutata (ERR98). "
                + "Chiedi al Soggetto Aggregatore di correggere il dato e poi aggiornare la verifica sul Lotto."),
        Convenzioni.EsitoPadre.DaVerificare => Avviso("ad4.padre-da-verificare", PercorsoAd4.CigPadre,
            "Nessuno ha ancora verificato presso ANAC che il CIG Padre sia aggiudicato e segnato come convenzione: "
                + "è la causa più frequente di rifiuto (ERR98). Verifica, o indica il motivo per cui prosegui."),
        _ => null,
    };

    private static IEnumerable<Segnalazione> DellEnte(BozzaAd4 bozza, ContestoControlli contesto)
    {
        var ente = contesto.Ente;
        var stazioni = Enumerable.Range(0, bozza.Righe(PercorsoAd4.StazioniAppaltanti)).Select(i => $"{PercorsoAd4.StazioniAppaltanti}/{i}").ToList();
        var sue = stazioni.Where(s => CodeText.Uguali(bozza.Testo(s + "/codiceFiscale"), ente.CodiceFiscale.Valore)).ToList();
        if (stazioni.Count > 0 && sue.Count == 0 && bozza.Testo(stazioni[0] + "/codiceFiscale") is not null)
        {
            yield return Errore("ad4.ente-assente", stazioni[0] + "/codiceFiscale",
                $"Tra le stazioni appaltanti non c'è {ente.Denominazione}, con il codice fiscale {ente.CodiceFiscale}: correggi questo campo.");
        }

        foreach (var sua in sue)
        {
            if (bozza.Testo(sua + "/codiceAusa") is { } ausa && !CodeText.Uguali(ausa, ente.CodiceAusa))
            {
                yield return Errore("ad4.ausa-sconosciuto", sua + "/codiceAusa",
                    $"Il codice AUSA di {ente.Denominazione} è {ente.CodiceAusa}: correggi questo campo, "
                        + "o chiedi all'amministratore di aggiornare i dati dell'Ente.") with
                { Proposta = [(sua + "/codiceAusa", ente.CodiceAusa)] };
            }

            if (bozza.Testo(sua + "/codiceCentroCosto") is { } centro && bozza.Errore(sua + "/codiceCentroCosto") is null
                && !ente.CentriDiCosto.Any(c => c.HaCodice(centro)))
            {
                yield return Errore("ad4.centro-di-costo-sconosciuto", sua + "/codiceCentroCosto",
                    $"«{centro}» non è un centro di costo di {ente.Denominazione}: ANAC rifiuterebbe la scheda (ERR69). "
                        + "Sceglilo dall'elenco, o chiedi all'amministratore di aggiungerlo ai dati dell'Ente.");
            }
        }

        var titolari = stazioni.Count(s => bozza.Testo(s + "/saTitolare") == "true");
        if (stazioni.Count > 1 && titolari != 1)
        {
            yield return Avviso("ad4.titolari", stazioni[0] + "/saTitolare",
                $"Le stazioni appaltanti titolari sono {titolari}: di regola è una sola. Correggi, o indica il motivo.");
        }
    }

    private static DateOnly? Giorno(string? testo) =>
        DateOnly.TryParseExact(testo, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var giorno) ? giorno : null;

    private static Segnalazione Errore(string codice, string percorso, string messaggio) => new(TipoSegnalazione.Errato, codice, percorso, messaggio);

    private static Segnalazione Avviso(string codice, string percorso, string messaggio) => new(TipoSegnalazione.Avviso, codice, percorso, messaggio);
}
