using static CigHub.Domain.Affidamenti.Ad4.SezioneAd4;

namespace CigHub.Domain.Affidamenti.Ad4;

public static partial class CatalogoAd4
{
    private static IEnumerable<CampoAd4> Pnrr()
    {
        const string Parita = A + "paritaDiGenereGenerazionale/";
        const string Accesso = A + "datiBaseAccessibilita/";
        return
        [
            Campo(Parita + "quota30PerCento", "Quota del 30 % per donne e giovani", ParitaDiGenere, TipoCampo.Scelta,
                "Se il bando della Convenzione obbliga a riservare almeno il 30 % delle assunzioni a donne e giovani (art. 47 c. 4 D.L. 77/2021).",
                Obbligo.ConFondiPnrr) with
            {
                Applicabilita = Applicabilita.ConFondiPnrr,
                Scelte =
                [
                    new SceltaAd4("SI", "Sì"),
                    new SceltaAd4("NO", "No"),
                    new SceltaAd4("SI_QUOTA_INFERIORE", "Sì, con una quota inferiore"),
                ],
            },
            Campo(Parita + "quotaInferioreOccupFemminile", "Quota per l'occupazione femminile", ParitaDiGenere, TipoCampo.Percentuale,
                "La percentuale prevista per le donne quando è diversa dal 30 % (art. 47 c. 7 D.L. 77/2021). Almeno una delle due quote è sotto il 30 %.")
                    with { Applicabilita = Applicabilita.ConQuotaInferiore },
            Campo(Parita + "quotaInferioreOccupGiovanile", "Quota per l'occupazione giovanile", ParitaDiGenere, TipoCampo.Percentuale,
                "La percentuale prevista per i giovani sotto i 36 anni quando è diversa dal 30 % (art. 47 c. 7 D.L. 77/2021). "
                    + "Almeno una delle due quote è sotto il 30 %.")
                    with { Applicabilita = Applicabilita.ConQuotaInferiore },
            Campo(Parita + "derogaAQ", "Deroga per Convenzione precedente alle linee guida", ParitaDiGenere, TipoCampo.SiNo,
                "Sì se la Convenzione è anteriore alle linee guida sull'art. 47 D.L. 77/2021: in quel caso il motivo della deroga è il 9.")
                    with { Applicabilita = Applicabilita.ConFondiPnrr },
            Campo(Parita + "motivoDeroga/*", "Motivo della deroga", ParitaDiGenere, TipoCampo.Scelta,
                "Perché la quota del 30 % non è prevista o è inferiore (art. 47 c. 7 D.L. 77/2021). Per una Convenzione anteriore alle linee guida: il 9.",
                Obbligo.ConQuotaRidotta) with { Applicabilita = Applicabilita.ConQuotaRidotta, Lista = "motivoDeroga" },
            Campo(Parita + "ulterioriMisurePremiali", "Ulteriori misure premiali", ParitaDiGenere, TipoCampo.SiNo,
                "Sì se il bando della Convenzione premia con punteggio altre misure a favore di donne, "
                    + "giovani o persone con disabilità (art. 47 c. 5 D.L. 77/2021).")
                    with { Applicabilita = Applicabilita.ConFondiPnrr },
            Campo(Parita + "misurePremiali/*", "Misure premiali", ParitaDiGenere, TipoCampo.Scelta,
                "Quali misure premiali prevede il bando (art. 47 c. 5 D.L. 77/2021); se nessuna, il codice 13. Lo dicono gli atti della Convenzione.",
                Obbligo.ConFondiPnrr) with { Applicabilita = Applicabilita.ConFondiPnrr, Lista = "misurePremiali" },
            Campo(Accesso + "accessibilita", "Accessibilità per le persone con disabilità", Accessibilita, TipoCampo.Scelta,
                "Se il contratto comprende criteri di accessibilità per le persone con disabilità (allegato II.5 D.Lgs. 36/2023). "
                    + "Con fondi PNRR o PNC ANAC accetta solo Sì (inc).",
                Obbligo.ConFondiPnrr) with { Lista = "accessibilita" },
            Campo(Accesso + "giustificazione", "Giustificazione", Accessibilita, TipoCampo.TestoLungo,
                "Perché i criteri di accessibilità non sono compresi (allegato II.5 D.Lgs. 36/2023). "
                    + "Serve solo con la risposta «con la giustificazione seguente».",
                Obbligo.ConGiustificazione) with { Applicabilita = Applicabilita.ConGiustificazione, LunghezzaMassima = LimitiAd4.Giustificazione },
        ];
    }
}
