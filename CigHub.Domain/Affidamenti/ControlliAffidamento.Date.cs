using CigHub.Domain.Affidamenti.Ad4;

namespace CigHub.Domain.Affidamenti;

/// <content>The checks that the dates of the scheda do not contradict each other.</content>
public static partial class ControlliAffidamento
{
    /// <summary>
    /// Returns an avviso for each pair of dates that contradict each other: an adhesion in the future, one before the award (of the Lotto or
    /// of the adhesion itself), a contract before the adhesion. Each has a lawful reason now and then, so the user may go on with one.
    /// </summary>
    private static IEnumerable<Segnalazione> Date(BozzaAd4 bozza, ContestoControlli contesto)
    {
        if (Giorno(bozza.Testo(PercorsoAd4.DataAdesione)) is not { } adesione)
        {
            yield break;
        }

        if (adesione > contesto.Oggi)
        {
            yield return Avviso("ad4.adesione-futura", PercorsoAd4.DataAdesione,
                $"La Data di adesione è nel futuro ({Scritta(adesione)}): correggila, oppure indica il motivo.")
            with
            { MotiviProposti = ["L'atto di adesione ha effetto da quella data"] };
        }

        var lotto = contesto.Lotto.Caratteristiche.DataAggiudicazione;
        if (adesione < lotto)
        {
            yield return Avviso("ad4.adesione-prima-del-lotto", PercorsoAd4.DataAdesione,
                $"La Data di adesione ({Scritta(adesione)}) viene prima dell'aggiudicazione del Lotto ({Scritta(lotto)}): "
                    + "correggila, oppure indica il motivo.");
        }

        if (ContrattoPrimaDellAdesione(bozza, contesto.ContrattoDal) is { } anticipato)
        {
            yield return anticipato;
        }

        for (var i = 0; i < bozza.Righe(PercorsoAd4.Aggiudicazioni); i++)
        {
            if (Giorno(bozza.Testo(PercorsoAd4.DataAggiudicazione(i))) is { } scelta && adesione < scelta)
            {
                yield return Avviso("ad4.adesione-prima-della-scelta", PercorsoAd4.DataAggiudicazione(i),
                    $"La Data di aggiudicazione ({Scritta(scelta)}) viene dopo la Data di adesione ({Scritta(adesione)}): "
                        + "correggi una delle due, oppure indica il motivo.")
                with
                { MotiviProposti = ["La determina ratifica un'adesione già avvenuta"] };
            }
        }
    }

    /// <summary>
    /// Returns the avviso that the Affidamento's own contract comes before the adhesion, or null when it does not or one of the days is not
    /// known.
    /// </summary>
    /// <param name="contratto">The earliest day of the contract in the fascicolo (<see cref="Affidamento.ContrattoDal"/>).</param>
    public static Segnalazione? ContrattoPrimaDellAdesione(BozzaAd4 bozza, DateOnly? contratto) =>
        contratto is { } dal && Giorno(bozza.Testo(PercorsoAd4.DataAdesione)) is { } adesione && dal < adesione
            ? Avviso("ad4.contratto-prima-dell-adesione", PercorsoAd4.DataAdesione,
                $"Nel fascicolo il contratto è del {Scritta(dal)}, prima della Data di adesione ({Scritta(adesione)}): "
                    + "correggi una delle due date, oppure indica il motivo.")
            with
            { MotiviProposti = ["Esecuzione iniziata in via d'urgenza prima dell'adesione"] }
            : null;

    private static string Scritta(DateOnly giorno) => $"{giorno:dd'/'MM'/'yyyy}";
}
