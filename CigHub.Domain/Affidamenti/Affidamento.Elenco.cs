using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <content>The facts that a row of the portal's list states about the Affidamento.</content>
public sealed partial class Affidamento
{
    /// <summary>
    /// Records a row of the portal's list: its CIG, if it has one, and the portal's states. Returns the new rows of the Lotto's ledger. A
    /// row of the list proves something that has already happened. So any RUP of the same Ente may record it, no riserva is needed, and the
    /// massimale does not stop it.
    /// </summary>
    /// <param name="aggiudicazioneId">The id of the adhesion to which the CIG belongs.</param>
    /// <param name="cig">The CIG Derivato, or null when the portal has none yet: then only its states are recorded.</param>
    /// <param name="portale">The portal's values. A value that the portal leaves empty does not change ours.</param>
    /// <param name="lotto">The Lotto of the Affidamento.</param>
    /// <param name="capienza">The totals of that Lotto.</param>
    /// <param name="utc">The instant of the recording, UTC.</param>
    /// <remarks>
    /// The database, not this method, ensures that no other Affidamento has the same CIG. A CIG already recorded is never overwritten.
    /// </remarks>
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

        Portale = Portale.Aggiornati(portale);
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
        AcquisitoIl = utc;
        InviatoAlPortale = true;
        Ritorno = MotivoRitorno.Nessuno;
        NotaRitorno = null;
        ChiudiConIlCig(utc);
        if (riservata)
        {
            return Result.Success(capienza.Aderisci(Adesione(aggiudicazione), aggiudicazione.Importo, cig.Valore, utc));
        }

        var libere = RiduciConferma(capienza, utc);
        return Result.Success<IReadOnlyList<MovimentoCapienza>>(
            [.. libere, capienza.AderisciSenzaRiserva(Adesione(aggiudicazione), aggiudicazione.Importo, cig.Valore, utc)]);
    }
}
