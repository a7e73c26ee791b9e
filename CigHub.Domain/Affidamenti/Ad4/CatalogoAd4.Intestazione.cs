using static CigHub.Domain.Affidamenti.Ad4.SezioneAd4;

namespace CigHub.Domain.Affidamenti.Ad4;

public static partial class CatalogoAd4
{
    private static IEnumerable<CampoAd4> Intestazione()
    {
        const string Sa = "anacForm/stazioniAppaltanti/*/";
        return
        [
            Campo(PercorsoAd4.TitoloDocumento, "Titolo documento", Documento, TipoCampo.Testo,
                "Il nome del documento nell'elenco del portale: non è un dato di ANAC. "
                    + "Quello proposto è unico e permette di ritrovare l'affidamento nell'elenco del portale.",
                Obbligo.Sempre) with { LunghezzaMassima = LimitiAd4.TitoloDocumento, InSerie = true },
            Campo(Sa + "codiceFiscale", "Codice fiscale dell'Ente", EnteProponente, TipoCampo.CodiceFiscale,
                "Il codice fiscale della stazione appaltante che aderisce, come risulta nell'anagrafe AUSA di ANAC.",
                Obbligo.Sempre),
            Campo(Sa + "codiceAusa", "Codice AUSA", EnteProponente, TipoCampo.CodiceAusa,
                "Il codice dell'Ente nell'Anagrafe unica delle stazioni appaltanti (art. 33-ter D.L. 179/2012). Viene dai dati dell'Ente.",
                Obbligo.Sempre) with { LunghezzaMassima = LimitiAd4.TestoBreve },
            Campo(Sa + "codiceCentroCosto", "Centro di costo", EnteProponente, TipoCampo.CentroDiCosto,
                "L'ufficio dell'Ente che acquista, con il suo codice in AUSA: uno che non vi compare viene rifiutato da ANAC (ERR69). "
                    + "Si sceglie tra quelli dell'Ente.",
                Obbligo.Sempre) with { LunghezzaMassima = LimitiAd4.TestoBreve, InSerie = true },
            Campo(Sa + "saTitolare", "Stazione appaltante titolare", EnteProponente, TipoCampo.SiNo,
                "Sì per l'Ente titolare dell'adesione, che chiede il CIG. Con una sola stazione appaltante la risposta è Sì.",
                Obbligo.Sempre),
            Campo(Sa + "funzioniSvolte/*", "Funzioni svolte", EnteProponente, TipoCampo.Scelta,
                "Che cosa fa la stazione appaltante: solo l'aggiudicazione, anche la stipula, anche l'esecuzione. Serve quando sono più d'una.")
                with { Lista = "funzioniSvolte" },
        ];
    }
}
