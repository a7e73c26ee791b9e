using static CigHub.Domain.Affidamenti.Ad4.SezioneAd4;

namespace CigHub.Domain.Affidamenti.Ad4;

public static partial class CatalogoAd4
{
    private static IEnumerable<CampoAd4> Soggetti()
    {
        const string P = A + "partecipanti/*/";
        return
        [
            Campo(P + "denominazione", "Denominazione OE", OperatoriEconomici, TipoCampo.Testo,
                "Il nome del fornitore come risulta nella Convenzione. Viene dal Lotto.",
                Obbligo.Sempre) with { LunghezzaMassima = LimitiAd4.Denominazione },
            Campo(P + "codiceFiscale", "Codice fiscale OE", OperatoriEconomici, TipoCampo.CodiceFiscaleOperatore,
                "Il codice fiscale del fornitore (per una ditta individuale i 16 caratteri della persona); per un fornitore estero la partita IVA "
                    + "con la sigla del paese (DE123456789). Viene dal Lotto.",
                Obbligo.Sempre),
            Campo(P + "ruoloOE", "Ruolo", OperatoriEconomici, TipoCampo.Scelta,
                "Operatore Economico se il fornitore è uno solo; in un raggruppamento, un Mandatario e i Mandanti. "
                    + "I codici cessati il 31/07/2025 non valgono più.",
                Obbligo.Sempre) with { Lista = "ruoloOE" },
            Campo(P + "tipoOE", "Tipo di operatore", OperatoriEconomici, TipoCampo.Scelta,
                "La forma del concorrente: impresa singola, consorzio, raggruppamento (art. 65 D.Lgs. 36/2023). "
                    + "Per i membri di un raggruppamento è quella del raggruppamento.",
                Obbligo.Sempre) with { Lista = "tipoOE" },
            Campo(P + "paeseOperatoreEconomico", "Paese", OperatoriEconomici, TipoCampo.Paese,
                "Il paese in cui ha sede il fornitore, con la sigla di tre lettere che CigHub propone: ITA per l'Italia.",
                Obbligo.Sempre) with { LunghezzaMassima = LimitiAd4.TestoBreve },
            Campo(P + "importo", "Importo dell'adesione", OperatoriEconomici, TipoCampo.Euro,
                "L'importo dell'adesione senza IVA, opzioni e rinnovi. In un raggruppamento è lo stesso per tutti e 0 per i mandanti: "
                    + "non sono quote da sommare (ERR96).",
                Obbligo.Sempre),
            Campo(P + "avvalimento", "Avvalimento", OperatoriEconomici, TipoCampo.SiNo,
                "Sì se il fornitore si è avvalso dei requisiti di un'altra impresa (art. 104 D.Lgs. 36/2023). Lo dicono gli atti della Convenzione.",
                Obbligo.Sempre),
            Campo(P + "tipologiaAvvalimento", "Tipologia di avvalimento", OperatoriEconomici, TipoCampo.Scelta,
                "Se l'avvalimento serve a un requisito di partecipazione o a migliorare l'offerta (art. 104 D.Lgs. 36/2023).")
                    with { Applicabilita = Applicabilita.ConAvvalimento, Lista = "tipologiaAvvalimento" },
            Campo(P + "idPartecipante", "Identificativo del partecipante", OperatoriEconomici, TipoCampo.Uuid,
                "Lo genera CigHub. È uno solo per tutto l'affidamento: i membri di un raggruppamento hanno lo stesso (REG100).",
                Obbligo.Sempre),
        ];
    }
}
