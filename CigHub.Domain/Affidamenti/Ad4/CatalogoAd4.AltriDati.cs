namespace CigHub.Domain.Affidamenti.Ad4;

public static partial class CatalogoAd4
{
    private static IEnumerable<CampoAd4> AltriDati() =>
    [
        Campo("anacForm/appalto/datiBaseSubappalti/subappalto", "Subappalto", SezioneAd4.AltriDati, TipoCampo.Scelta,
            "Se il contratto prevede il subappalto (art. 119 D.Lgs. 36/2023). Lo dicono gli atti della Convenzione.") with { Lista = "subappalto" },
        Campo(A + "strumentiElettroniciSpecifici", "Strumenti elettronici specifici (BIM)", SezioneAd4.AltriDati, TipoCampo.SiNo,
            "Sì se si usano metodi e strumenti di modellazione digitale per l'edilizia e le infrastrutture (art. 43 D.Lgs. 36/2023).")
                with { Applicabilita = Applicabilita.PerLavori },
        Campo(A + "docFAP", "Documento di fattibilità delle alternative progettuali", SezioneAd4.AltriDati, TipoCampo.SiNo,
            "Sì se è stato redatto il documento di fattibilità delle alternative progettuali (allegato I.7 D.Lgs. 36/2023).")
                with { Applicabilita = Applicabilita.PerLavori },
        Campo(A + "datiBaseDocumenti/url", "Indirizzo dei documenti", SezioneAd4.AltriDati, TipoCampo.Testo,
            "L'indirizzo web in cui sono pubblicati i documenti (art. 28 D.Lgs. 36/2023).") with { LunghezzaMassima = LimitiAd4.Indirizzo },
        Campo(A + "datiBaseDocumenti/lingue/*", "Lingue dei documenti", SezioneAd4.AltriDati, TipoCampo.Scelta,
            "Le lingue in cui i documenti sono disponibili in forma ufficiale.") with { Lista = "lingue" },
        .. Multilingua("anacForm/appalto/datiBase/oggettoMl", "Oggetto"),
        .. Multilingua(A + "datiBase/oggettoMl", "Oggetto dell'adesione"),
        .. Multilingua(A + "partecipanti/*/paeseOperatoreEconomicoMl", "Paese"),
        .. Multilingua(A + "datiBaseAccessibilita/giustificazioneMl", "Giustificazione"),
        Campo("espd", "Documento di gara unico europeo", SezioneAd4.AltriDati, TipoCampo.TestoLungo,
            "Il testo del documento di gara unico europeo (art. 91 D.Lgs. 36/2023). CigHub lo conserva quando arriva con una scheda importata.")
                with { LunghezzaMassima = LimitiAd4.Espd, NellaMaschera = false },
    ];

    private static IEnumerable<CampoAd4> Multilingua(string percorso, string etichetta) =>
        new[] { ("de", "in tedesco"), ("en", "in inglese") }.Select(lingua =>
            Campo($"{percorso}/{lingua.Item1}", $"{etichetta} {lingua.Item2}", SezioneAd4.AltriDati, TipoCampo.TestoLungo,
                $"La traduzione di «{etichetta}», prevista da ANAC per gli Enti bilingui. CigHub la conserva quando arriva con una scheda importata.")
            with
            { LunghezzaMassima = LimitiAd4.Oggetto, NellaMaschera = false });
}
