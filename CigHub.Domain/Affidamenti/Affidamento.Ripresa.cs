using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <content>The ANN that ANAC lets an Ente take back, and the CM1 that ANAC may not accept.</content>
public sealed partial class Affidamento
{
    /// <summary>The amount of an adhesion from which ANAC accepts a CM1. Below it the way is uncertain.</summary>
    /// <remarks>Source: ANAC's REG104 («L'importo totale dei lotti non può essere inferiore ai 5K»).</remarks>
    public static Importo SogliaDellaModifica { get; } = Importo.DaEuro(5000);

    /// <summary>
    /// Says whether ANAC may refuse a CM1 of this adhesion, because its amount, or the corrected one, is below
    /// <see cref="SogliaDellaModifica"/>.
    /// </summary>
    public static bool ModificaIncerta(Aggiudicazione aggiudicazione, Importo? corretto = null) =>
        aggiudicazione.Importo < SogliaDellaModifica || corretto < SogliaDellaModifica;

    /// <summary>
    /// Records that ANAC has accepted the withdrawal of an ANN. The CIG of the adhesion is alive again and takes its amount of the Lotto.
    /// Returns the new row of the Lotto's ledger. The withdrawal is refused when the amount no longer fits.
    /// </summary>
    /// <param name="id">The id of the operation that keeps reason and atto.</param>
    public Result<MovimentoCapienza> RitiraAnnullamento(
        Guid attoreId, Guid id, Guid aggiudicazioneId, AttoDiRipresa atto, Capienza capienza, DateOnly oggi, DateTime utc)
    {
        // Of several adhesions one may be annulled while the others have their CIG.
        var aggiudicazione = _aggiudicazioni.Find(a => a.Id == aggiudicazioneId);
        var unaSola = Stato == StatoAffidamento.CigAcquisito && aggiudicazione is { Stato: StatoAggiudicazione.Annullata };
        if (((unaSola ? null : Vieta(AzioneAffidamento.RitiraAnnullamento)) ?? NonEIlRup(attoreId)) is { } no)
        {
            return no;
        }

        if (aggiudicazione is not { Stato: StatoAggiudicazione.Annullata, CigDerivato: { } cig })
        {
            return new Error("ripresa.non-annullata", "Questa adesione non è annullata: ricarica la pagina per vedere lo stato attuale.");
        }

        if (atto.Data > oggi)
        {
            return new Error("atto.data-futura", "La data dell'atto è nel futuro: correggila.", nameof(atto.Data));
        }

        var ripresa = capienza.RiprendiAdesione(Adesione(aggiudicazione), aggiudicazione.Importo, cig.Valore, utc);
        if (ripresa.IsSuccess)
        {
            var operazione = new OperazionePortale(id, Id, aggiudicazioneId, TipoOperazione.RitiroAnnullamento, utc: utc, dati: new DatiOperazione(
                Motivo: atto.Motivo.Trim(), NumeroAtto: atto.Numero.Trim(), DataAtto: atto.Data));
            operazione.Chiudi(StatoOperazione.Accettata, utc);
            _operazioni.Add(operazione);
            aggiudicazione.Stato = StatoAggiudicazione.Acquisita;
            Ricalcola(utc);
        }

        return ripresa;
    }
}
