using static CigHub.Domain.Affidamenti.Ad4.SezioneAd4;

namespace CigHub.Domain.Affidamenti.Ad4;

public static partial class CatalogoAd4
{
    private const string A = "anacForm/aggiudicazioni/*/";

    private static IEnumerable<CampoAd4> DatiAffidamento()
    {
        const string Appalto = "anacForm/appalto/";
        return
        [
            Campo(Appalto + "datiBase/oggetto", "Oggetto", SezioneAd4.DatiAffidamento, TipoCampo.TestoLungo,
                "Che cosa si acquista aderendo alla Convenzione. È il testo che comparirà nell'elenco del portale e nella banca dati di ANAC.",
                Obbligo.Sempre) with { LunghezzaMassima = LimitiAd4.Oggetto, InSerie = true },
            Campo(Appalto + "cig", "CIG Padre", SezioneAd4.DatiAffidamento, TipoCampo.Cig,
                "Il CIG del Lotto della Convenzione a cui si aderisce; sul portale va anche in «Descrizione CIG Padre». "
                    + "Viene dal Lotto scelto (art. 59 c. 4 lett. a D.Lgs. 36/2023).",
                Obbligo.Sempre),
            Campo(Appalto + "dataAdesione", "Data di adesione", SezioneAd4.DatiAffidamento, TipoCampo.Data,
                "La data dell'atto con cui l'Ente aderisce alla Convenzione: deve cadere nel periodo in cui la Convenzione è aperta alle adesioni.",
                Obbligo.Sempre) with { InSerie = true },
            Campo(Appalto + "codiceAppalto", "Codice dell'affidamento", SezioneAd4.DatiAffidamento, TipoCampo.Testo,
                "L'identificativo che l'Ente dà all'affidamento, da 8 a 64 caratteri. Quello proposto è unico.",
                Obbligo.Sempre) with { LunghezzaMassima = LimitiAd4.CodiceAppaltoMassimo, LunghezzaMinima = LimitiAd4.CodiceAppaltoMinimo },
            Campo(A + "lotIdentifier", "Identificativo del lotto", SezioneAd4.DatiAffidamento, TipoCampo.Testo,
                "Distingue questa adesione dalle altre della stessa scheda, per esempio LOT-0001. Con una sola adesione basta quello proposto.",
                Obbligo.Sempre) with { LunghezzaMassima = LimitiAd4.TestoBreve },
            Campo(A + "datiBase/oggetto", "Oggetto dell'adesione", SezioneAd4.DatiAffidamento, TipoCampo.TestoLungo,
                "Che cosa riguarda questa adesione. Quando è una sola, coincide con l'Oggetto.",
                Obbligo.Sempre) with { LunghezzaMassima = LimitiAd4.Oggetto },
            Campo(A + "datiBase/oggettoContratto", "Tipo di Appalto", SezioneAd4.DatiAffidamento, TipoCampo.Scelta,
                "La natura prevalente del contratto: lavori, forniture o servizi. Viene dal Lotto.",
                Obbligo.Sempre) with { Lista = "oggettoContratto" },
            Campo(A + "datiBaseAggiudicazioneAppalto/dataAggiudicazione", "Data di aggiudicazione", SezioneAd4.DatiAffidamento, TipoCampo.Data,
                "La data della decisione con cui è stato scelto il fornitore: per un'adesione, "
                    + "quella della determina con cui l'Ente aderisce. CigHub propone la Data di adesione.",
                Obbligo.Sempre),
            Campo(A + "afferenteInvestimentiPNRR", "Investimento PNRR o PNC", SezioneAd4.DatiAffidamento, TipoCampo.SiNo,
                "Sì se l'affidamento è finanziato, anche in parte, con risorse del PNRR o del PNC. Con Sì ANAC chiede il CUP, "
                    + "la parità di genere e l'accessibilità (art. 47 D.L. 77/2021).",
                Obbligo.Sempre) with { InSerie = true },
            Campo(A + "acquisizioneCup", "È prevista l'acquisizione del CUP", SezioneAd4.DatiAffidamento, TipoCampo.SiNo,
                "Sì se l'affidamento serve a un progetto d'investimento pubblico (art. 11 L. 3/2003) o ha fondi europei. "
                    + "Un CUP dimenticato si corregge una volta sola.",
                Obbligo.ConFondiPnrr) with { InSerie = true },
            Campo(A + "cupLotto/*", "CUP", SezioneAd4.DatiAffidamento, TipoCampo.Cup,
                "Il codice unico di progetto, 15 caratteri (art. 11 L. 3/2003). Viene dal progetto finanziato. Uno per riga: se ne incolli più d'uno, "
                    + "CigHub li mette in righe diverse.",
                Obbligo.ConCupRichiesto) with { Applicabilita = Applicabilita.ConCupRichiesto, InSerie = true },
            Campo(A + "codIstat", "Luogo ISTAT", SezioneAd4.DatiAffidamento, TipoCampo.CodIstat,
                "Il comune in cui si esegue il contratto, con il codice ISTAT di 9 cifre usato da ANAC. Di solito è quello dell'Ente.",
                Obbligo.Sempre) with { Lista = "codIstat", InSerie = true },
            Campo(A + "datiBaseContratto/codNUTS", "Luogo NUTS", SezioneAd4.DatiAffidamento, TipoCampo.CodNuts,
                "La provincia o città metropolitana in cui si esegue il contratto, con il codice NUTS di terzo livello (Roma: ITI43).",
                Obbligo.Sempre) with { Lista = "codNUTS" },
            Campo(A + "datiBaseCPV/cpvPrevalente", "Codice identificativo corrispondente al sistema di codifica CPV", SezioneAd4.DatiAffidamento, TipoCampo.Cpv,
                "Il codice CPV che descrive meglio l'oggetto (regolamento CE 213/2008). Viene dal Lotto; deve essere coerente con quello della Convenzione.",
                Obbligo.Sempre) with { Lista = "CPV", InSerie = true },
            Campo(A + "datiBaseCPV/tipoClassificazione", "Tipo di classificazione", SezioneAd4.DatiAffidamento, TipoCampo.Scelta,
                "Il sistema di codici usato per l'oggetto: in Italia è sempre il CPV.",
                Obbligo.Sempre) with { Lista = "tipoClassificazione" },
            Campo(A + "datiBaseCPV/cpvSecondarie/*", "CPV secondari", SezioneAd4.DatiAffidamento, TipoCampo.Cpv,
                "Altri codici CPV che descrivono parti dell'oggetto, oltre a quello prevalente.") with { Lista = "CPV" },
            Campo(A + "categoria", "Categoria", SezioneAd4.DatiAffidamento, TipoCampo.Scelta,
                "FB per forniture di beni, FS per forniture di servizi; per i lavori la categoria SOA prevalente (allegato II.12 D.Lgs. 36/2023).",
                Obbligo.Sempre) with { Lista = "categoria" },
            Campo(A + "categoriaScorporabile/*", "Categorie scorporabili", SezioneAd4.DatiAffidamento, TipoCampo.Scelta,
                "Per i lavori, le categorie SOA diverse dalla prevalente (allegato II.12 D.Lgs. 36/2023).")
                    with { Applicabilita = Applicabilita.PerLavori, Lista = "categoria" },
            Campo(A + "ccnl", "Contratto collettivo applicato", SezioneAd4.DatiAffidamento, TipoCampo.Scelta,
                "Il codice CNEL del contratto collettivo applicato al personale impiegato (art. 11 D.Lgs. 36/2023), o NA se non applicabile. Viene dal Lotto.",
                Obbligo.Sempre) with { Lista = "ccnl" },
            Campo(Appalto + "relazioneUnicaSulleProcedure", "Relazione unica sulle procedure redatta", SezioneAd4.DatiAffidamento, TipoCampo.SiNo,
                "Sì se la stazione appaltante ha redatto la relazione unica sulla procedura di aggiudicazione (art. 112 D.Lgs. 36/2023). "
                    + "Per un'adesione è di regola quella della Convenzione: chiedi al Soggetto Aggregatore se non sai.",
                Obbligo.Sempre),
            Campo(Appalto + "opereUrbanizzazioneScomputo", "Opere di urbanizzazione a scomputo", SezioneAd4.DatiAffidamento, TipoCampo.SiNo,
                "Sì se sono opere di urbanizzazione realizzate da un privato a scomputo degli oneri (allegato I.12 D.Lgs. 36/2023): "
                    + "in un'adesione di regola No.",
                Obbligo.Sempre),
        ];
    }
}
