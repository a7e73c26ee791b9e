using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <content>What the portal's own list says of it.</content>
public sealed partial class Affidamento
{
    /// <summary>
    /// A row of the portal's list: the CIG that it gives, if any, and the portal's states. A row is evidence of what has happened already, so
    /// any RUP of the same Ente may record it, not only this Affidamento's; nothing need have been reserved, and the massimale does not hold it back.
    /// </summary>
    /// <param name="aggiudicazioneId">The adhesion that the CIG is of.</param>
    /// <param name="cig">Null: the portal has none yet, only its states are kept.</param>
    /// <param name="portale">What the portal says; what it leaves empty stays as it was.</param>
    /// <param name="lotto">Its Lotto.</param>
    /// <param name="capienza">The Lotto's totals.</param>
    /// <param name="utc">Now.</param>
    /// <remarks>That no other Affidamento has the same CIG is the database's to say. A CIG that is there already is never overwritten.</remarks>
    public Result<IReadOnlyList<MovimentoCapienza>> RegistraDaElenco(
        Guid aggiudicazioneId, Cig? cig, DatiPortale portale, Lotto lotto, Capienza capienza, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.RegistraDaElenco) is { } no)
        {
            return no;
        }

        IReadOnlyList<MovimentoCapienza> righe = [];
        if (cig is not null)
        {
            var preso = PrendiCig(aggiudicazioneId, cig, lotto, capienza, utc);
            if (!preso.TryGet(out var movimenti))
            {
                return preso;
            }

            righe = movimenti;
        }

        Portale = Portale.Con(portale);
        Ricalcola(utc);
        return Result.Success(righe);
    }

    private Result<IReadOnlyList<MovimentoCapienza>> PrendiCig(Guid aggiudicazioneId, Cig cig, Lotto lotto, Capienza capienza, DateTime utc)
    {
        var aggiudicazione = _aggiudicazioni.SingleOrDefault(a => a.Id == aggiudicazioneId);
        if (aggiudicazione is null or { Stato: StatoAggiudicazione.Annullata })
        {
            return new Error("aggiudicazione.non-in-richiesta", "Questa adesione non può ricevere un CIG: ricarica la pagina per vedere lo stato attuale.");
        }

        if (aggiudicazione.CigDerivato == cig)
        {
            return Result.Success<IReadOnlyList<MovimentoCapienza>>([]);
        }

        if (aggiudicazione.CigDerivato is { } altro)
        {
            return new Error(
                "elenco.altro-cig",
                $"In CigHub {Numero} ha già il CIG {altro} e l'elenco del portale dice {cig}: nulla si sovrascrive, verifica sul portale quale vale.",
                "Cig");
        }

        if (RegoleCigDerivato.NonRilasciatoOra(cig, lotto.CigPadre) is { } errato)
        {
            return errato;
        }

        if (aggiudicazione.Importo <= Importo.Zero)
        {
            return new Error(
                "elenco.senza-importo",
                $"La bozza di {Numero} non ha ancora un importo: compila il quadro economico com'è sul portale e carica di nuovo l'elenco.",
                "Importo");
        }

        var riservata = aggiudicazione.Stato is StatoAggiudicazione.InRichiesta or StatoAggiudicazione.DaVerificare;
        aggiudicazione.CigDerivato = cig;
        aggiudicazione.Stato = StatoAggiudicazione.Acquisita;
        InviatoAlPortale = true;
        Ritorno = MotivoRitorno.Nessuno;
        NotaRitorno = null;
        return Result.Success(riservata
            ? capienza.Aderisci(aggiudicazione.Id, aggiudicazione.Importo, cig.Valore, utc)
            : [capienza.AderisciSenzaRiserva(aggiudicazione.Id, aggiudicazione.Importo, cig.Valore, utc)]);
    }
}
