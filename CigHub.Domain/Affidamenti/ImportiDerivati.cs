using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// Amounts that follow from the quadro economico: each participant's importo (that of the adhesion; 0 for a mandante) and the only
/// funding line. They follow as long as nobody wrote something else there.
/// </summary>
/// <remarks>Source: in an AD4 all non-mandanti of a raggruppamento carry the same importo, mandanti 0 (REG52, REG53, ERR96).</remarks>
public static class ImportiDerivati
{
    /// <param name="prima">The draft before the edit: a derived field that still holds its value follows along.</param>
    public static BozzaAd4 Aggiorna(BozzaAd4 prima, BozzaAd4 dopo, ErosioneMassimale erosione)
    {
        for (var i = 0; i < dopo.Righe(PercorsoAd4.Aggiudicazioni); i++)
        {
            var vecchio = ImportoAdesione.Di(prima, i, erosione).ToString();
            var nuovo = ImportoAdesione.Di(dopo, i, erosione);
            for (var p = 0; p < dopo.Righe(PercorsoAd4.Aggiudicazione(i, "partecipanti")); p++)
            {
                var mandante = RuoliOE.Mandante(dopo.Testo(PercorsoAd4.Aggiudicazione(i, $"partecipanti/{p}/ruoloOE")));
                dopo = Segui(prima, dopo, PercorsoAd4.Aggiudicazione(i, $"partecipanti/{p}/importo"), mandante ? Importo.Zero.ToString() : vecchio, mandante ? Importo.Zero : nuovo);
            }

            if (dopo.Righe(PercorsoAd4.Aggiudicazione(i, "finanziamenti")) <= 1)
            {
                dopo = Segui(prima, dopo, PercorsoAd4.Aggiudicazione(i, "finanziamenti/0/importo"), vecchio, nuovo);
            }
        }

        return dopo;
    }

    private static BozzaAd4 Segui(BozzaAd4 prima, BozzaAd4 dopo, string percorso, string vecchio, Importo nuovo)
    {
        var attuale = dopo.Testo(percorso);
        var scrittoOra = attuale != prima.Testo(percorso);
        var daSeguire = !scrittoOra && (string.IsNullOrEmpty(attuale) || attuale == vecchio);
        return daSeguire && attuale != nuovo.ToString() ? dopo.Con(percorso, nuovo.ToString()) : dopo;
    }
}
