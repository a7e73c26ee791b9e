using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <content>The request of the CIG on the portal and the ways in which it can end.</content>
public sealed partial class Affidamento
{
    /// <summary>
    /// Reserves the amounts on the Lotto, begins the request of the CIG and returns the new rows of the Lotto's ledger. The draft is
    /// checked again first, because while it waits a code may expire or the last day for adhesions to the Convenzione may pass. The request
    /// consumes its own conferma di capienza: what it needs beyond that comes from the residuo, and what it does not need becomes free.
    /// </summary>
    public Result<IReadOnlyList<MovimentoCapienza>> AvviaRichiesta(
        Guid attoreId, ContestoControlli contesto, int versionePercorso, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.AvviaRichiesta) is { } no)
        {
            return no;
        }

        if ((NonEIlRup(attoreId) ?? MancaLApprovazione(contesto) ?? ElencoDaGuardare() ?? CodiceAppaltoUsato()) is { } altro)
        {
            return altro;
        }

        if (Errori(Controllata(contesto)) is { Count: > 0 } errori)
        {
            return Result<IReadOnlyList<MovimentoCapienza>>.Refused(errori);
        }

        var chiesto = Importo.Somma(_aggiudicazioni.Where(a => a.Stato == StatoAggiudicazione.DaRichiedere).Select(a => a.Importo));
        if (Confermato > Importo.Zero && contesto.Capienza.OltreLaConferma(Confermato, chiesto) is { } oltre)
        {
            return oltre;
        }

        var confermato = Confermato;
        List<MovimentoCapienza> righe = [.. ChiudiConferma(StatoConferma.Consumata, "Richiesta del CIG", contesto.Capienza, utc)];
        foreach (var aggiudicazione in _aggiudicazioni.Where(a => a.Stato == StatoAggiudicazione.DaRichiedere))
        {
            var riserva = contesto.Capienza.Riserva(Adesione(aggiudicazione), aggiudicazione.Importo, utc, confermato);
            if (!riserva.IsSuccess)
            {
                return Result<IReadOnlyList<MovimentoCapienza>>.Refused(riserva.Errors);
            }

            righe.Add(riserva.Value);
            confermato -= Minore(confermato, aggiudicazione.Importo);
            aggiudicazione.Stato = StatoAggiudicazione.InRichiesta;
        }

        AvviaTentativo(utc);
        RichiestoIl = utc;
        RilettoIl = null;
        VersionePercorso = versionePercorso;
        Ritorno = MotivoRitorno.Nessuno;
        NotaRitorno = null;
        Ricalcola(utc);
        return righe;
    }

    /// <summary>
    /// Records the rilettura: the RUP has compared on the portal CIG Padre, CUP, amount and supplier, which can hardly be corrected after
    /// the CIG is requested.
    /// </summary>
    public Result ConfermaRilettura(Guid attoreId, DateTime utc)
    {
        if ((Vieta(AzioneAffidamento.ConfermaRilettura) ?? NonEIlRup(attoreId)) is { } no)
        {
            return no;
        }

        RilettoIl = utc;
        InviatoAlPortale = true;
        ModificatoIl = utc;
        return Result.Ok;
    }

    /// <summary>
    /// Records the CIG Derivato that the portal gave for an adhesion. Returns the ledger rows that turn the adhesion's riserva into a taken
    /// amount.
    /// </summary>
    /// <remarks>The database, not this method, ensures that no other Affidamento has the same CIG.</remarks>
    public Result<IReadOnlyList<MovimentoCapienza>> RegistraCig(Guid attoreId, Guid aggiudicazioneId, Cig cig, Lotto lotto, Capienza capienza, DateTime utc)
    {
        if ((Vieta(AzioneAffidamento.RegistraCig) ?? NonEIlRup(attoreId)) is { } no)
        {
            return no;
        }

        var aggiudicazione = _aggiudicazioni.SingleOrDefault(a => a.Id == aggiudicazioneId);
        if (aggiudicazione is not { Stato: StatoAggiudicazione.InRichiesta or StatoAggiudicazione.DaVerificare })
        {
            return new Error(
                "aggiudicazione.non-in-richiesta",
                "Per questa adesione non c'è una richiesta in corso: ricarica la pagina per vedere lo stato attuale.");
        }

        if (RegoleCigDerivato.NonRilasciatoOra(cig, lotto.CigPadre) is { } errato)
        {
            return errato;
        }

        aggiudicazione.CigDerivato = cig;
        aggiudicazione.Stato = StatoAggiudicazione.Acquisita;
        AcquisitoIl = utc;
        InviatoAlPortale = true;
        ChiudiConIlCig(utc);
        Ricalcola(utc);
        return Result.Success(capienza.Aderisci(Adesione(aggiudicazione), aggiudicazione.Importo, cig.Valore, utc));
    }

    /// <summary>
    /// Records that the portal refused the scheda. The draft goes back to work with the portal's words and a new codiceAppalto. Returns the
    /// ledger rows that release the riserva, and that put a conferma di capienza into force again when its last day has not passed.
    /// </summary>
    /// <param name="codici">The codes of the portal's errors. Empty when it showed none.</param>
    public Result<IReadOnlyList<MovimentoCapienza>> RegistraRifiuto(
        Guid attoreId, string nota, IReadOnlyCollection<string> codici, Capienza capienza, DateTime utc)
    {
        if ((Vieta(AzioneAffidamento.RegistraRifiuto) ?? NonEIlRup(attoreId)) is { } no)
        {
            return no;
        }

        InviatoAlPortale = true;
        Ritorno = MotivoRitorno.RifiutatoDalPortale;
        NotaRitorno = nota.Trim();
        TentativoInCorso(utc).Chiudi(EsitoTentativo.Rifiutato, utc, codici, nota);
        RinnovaCodiceAppalto();
        return Result.Success<IReadOnlyList<MovimentoCapienza>>(ChiudiSenzaCig(StatoAffidamento.InLavorazione, capienza, utc));
    }

    /// <summary>
    /// Records that the RUP stopped before <em>Richiedi CIG</em>. The draft is ready for the portal again. Returns the ledger rows that
    /// release the riserva, and that put a conferma di capienza into force again when its last day has not passed.
    /// </summary>
    public Result<IReadOnlyList<MovimentoCapienza>> SegnaNonInviata(Guid attoreId, Capienza capienza, DateTime utc)
    {
        if ((Vieta(AzioneAffidamento.SegnaNonInviata) ?? NonEIlRup(attoreId)) is { } no)
        {
            return no;
        }

        TentativoInCorso(utc).Chiudi(EsitoTentativo.NonInviato, utc);
        if (_tentativi.TrueForAll(t => t.Esito == EsitoTentativo.NonInviato || t.CodiceAppalto != CodiceAppalto))
        {
            SchedaDal = null;
        }

        return Result.Success<IReadOnlyList<MovimentoCapienza>>(ChiudiSenzaCig(StatoAffidamento.ProntoPerIlPortale, capienza, utc));
    }

    /// <summary>
    /// Records that the portal gave an error or no answer, so the CIG may exist. The amount stays reserved until somebody has checked on
    /// the portal.
    /// </summary>
    /// <param name="codici">The codes of the portal's errors. Null or empty when it showed none.</param>
    /// <param name="risposta">The portal's words. Null when there were none.</param>
    public Result SegnaEsitoDaVerificare(Guid attoreId, DateTime utc, IReadOnlyCollection<string>? codici = null, string? risposta = null)
    {
        if ((Vieta(AzioneAffidamento.SegnaEsitoDaVerificare) ?? NonEIlRup(attoreId)) is { } no)
        {
            return no;
        }

        InviatoAlPortale = true;
        TentativoInCorso(utc).Chiudi(EsitoTentativo.DaVerificare, utc, codici ?? [], risposta);
        return Muovi(StatoAggiudicazione.InRichiesta, StatoAggiudicazione.DaVerificare, utc);
    }

    /// <summary>
    /// Records that the RUP has looked into the portal's list after an error and has not found the CIG. With an outcome to verify, the
    /// request goes on with the amount still reserved, as another try. After a refusal, the look allows the next request.
    /// </summary>
    /// <remarks>Where the scheda is no longer on the portal, the draft gets a new codiceAppalto, because ANAC accepts none twice.</remarks>
    public Result ConfermaNonRisulta(Guid attoreId, SguardoInElenco sguardo, DateTime utc)
    {
        var rifiutato = TentativoDaGuardare is { Esito: EsitoTentativo.Rifiutato } && !Stato.AttendeIlCig();
        if (((rifiutato ? null : Vieta(AzioneAffidamento.ConfermaNonRisulta)) ?? NonEIlRup(attoreId)) is { } no)
        {
            return no;
        }

        var tentativo = rifiutato ? TentativoDaGuardare! : TentativoInCorso(utc);
        if (NonBasta(sguardo, tentativo, utc) is { } nonBasta)
        {
            return nonBasta;
        }

        tentativo.Guarda(sguardo);
        ModificatoIl = utc;
        if (rifiutato)
        {
            return Result.Ok;
        }

        if (sguardo.Trovato != TrovatoInElenco.SenzaCig)
        {
            RinnovaCodiceAppalto();
        }

        AvviaTentativo(utc);
        RilettoIl = null;
        return Muovi(StatoAggiudicazione.DaVerificare, StatoAggiudicazione.InRichiesta, utc);
    }

    /// <summary>
    /// Returns the adhesion as the ledger keeps it. Without a readable date of adhesion its day is that on which the Affidamento was created,
    /// which does not change between a riserva and its release.
    /// </summary>
    private DatiAdesione Adesione(Aggiudicazione aggiudicazione) => new(
        aggiudicazione.Id,
        EnteId,
        aggiudicazione.IdPartecipante,
        DateOnly.TryParseExact(Bozza.Testo(PercorsoAd4.DataAdesione), "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var giorno)
            ? giorno
            : RomeDay.Of(CreatoIl));

    private List<MovimentoCapienza> ChiudiSenzaCig(StatoAffidamento statoBozza, Capienza capienza, DateTime utc)
    {
        var righe = new List<MovimentoCapienza>();
        foreach (var aggiudicazione in _aggiudicazioni.Where(a => a.Stato == StatoAggiudicazione.InRichiesta))
        {
            aggiudicazione.Stato = StatoAggiudicazione.DaRichiedere;
            righe.Add(capienza.Rilascia(Adesione(aggiudicazione), aggiudicazione.Importo, utc));
        }

        righe.AddRange(RiprendiConferma(-Importo.Somma(righe.Select(r => r.Importo)), capienza, utc));
        AbbandonaLaSostituzione(utc);
        Passa(statoBozza, utc);
        return righe;
    }

    private Result Muovi(StatoAggiudicazione da, StatoAggiudicazione a, DateTime utc)
    {
        foreach (var aggiudicazione in _aggiudicazioni.Where(x => x.Stato == da))
        {
            aggiudicazione.Stato = a;
        }

        Ricalcola(utc);
        return Result.Ok;
    }
}
