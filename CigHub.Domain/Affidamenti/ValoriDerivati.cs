using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// Keeps the derived values of a draft up to date. Each participant's importo (that of the adhesion, or 0 for a mandante) and the amount of
/// the only funding row (the whole of it) follow from the quadro economico. The Data di aggiudicazione follows from the Data di adesione, because for an
/// adhesion the decision that chooses the supplier is the atto by which the Ente adheres. A derived value stops following when a user writes
/// something else there.
/// </summary>
/// <remarks>
/// Source: in an AD4 all the members of a raggruppamento that are not mandanti have the same importo, and mandanti have 0 (REG52, REG53,
/// ERR96).
/// </remarks>
public static class ValoriDerivati
{
    /// <param name="prima">The draft before the edit. A derived field that still holds its derived value is updated.</param>
    public static BozzaAd4 Aggiorna(BozzaAd4 prima, BozzaAd4 dopo, ErosioneMassimale erosione)
    {
        var (adesionePrima, adesioneDopo) = (Leggibile(prima, PercorsoAd4.DataAdesione), Leggibile(dopo, PercorsoAd4.DataAdesione));
        for (var i = 0; i < dopo.Righe(PercorsoAd4.Aggiudicazioni); i++)
        {
            dopo = Segui(prima, dopo, PercorsoAd4.DataAggiudicazione(i), adesionePrima, adesioneDopo);
            var vecchio = ImportoAdesione.Calcola(prima, i, erosione).ToString();
            var nuovo = ImportoAdesione.Calcola(dopo, i, erosione).ToString();
            for (var p = 0; p < dopo.Righe(PercorsoAd4.Aggiudicazione(i, "partecipanti")); p++)
            {
                var mandante = RuoliOE.Mandante(dopo.Testo(PercorsoAd4.Aggiudicazione(i, $"partecipanti/{p}/ruoloOE")));
                dopo = Segui(
                    prima,
                    dopo,
                    PercorsoAd4.Aggiudicazione(i, $"partecipanti/{p}/importo"),
                    mandante ? Importo.Zero.ToString() : vecchio,
                    mandante ? Importo.Zero.ToString() : nuovo);
            }

            if (dopo.Righe(PercorsoAd4.Aggiudicazione(i, "finanziamenti")) <= 1)
            {
                var (quadroPrima, quadroDopo) = (ImportoAdesione.QuadroIntero(prima, i).ToString(), ImportoAdesione.QuadroIntero(dopo, i).ToString());
                dopo = Segui(prima, dopo, PercorsoAd4.Aggiudicazione(i, "finanziamenti/0/importo"), quadroPrima, quadroDopo);
            }
        }

        return dopo;
    }

    /// <summary>
    /// Returns the text of a field when it can be read as a value. Returns null when it is empty or cannot be read, as a date of which only
    /// a part is typed yet.
    /// </summary>
    private static string? Leggibile(BozzaAd4 bozza, string percorso) =>
        bozza.Errore(percorso) is null && bozza.Testo(percorso) is { Length: > 0 } testo ? testo : null;

    private static BozzaAd4 Segui(BozzaAd4 prima, BozzaAd4 dopo, string percorso, string? vecchio, string? nuovo)
    {
        var attuale = dopo.Testo(percorso);
        var scrittoOra = attuale != prima.Testo(percorso);
        var daSeguire = !scrittoOra && (string.IsNullOrEmpty(attuale) || attuale == vecchio);
        return daSeguire && (attuale ?? "") != (nuovo ?? "") ? dopo.ConValori(percorso, nuovo) : dopo;
    }
}
