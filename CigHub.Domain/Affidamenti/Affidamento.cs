using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti;

/// <summary>The reason why an Affidamento went back to «In lavorazione».</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum MotivoRitorno
{
    Nessuno = 0,

    /// <summary>The approver sent the draft back instead of approving it.</summary>
    Restituito = 1,
    RifiutatoDalPortale = 2,
}

/// <summary>The adhesion of an Ente to a Lotto, from the draft of its AD4 to the CIG Derivato.</summary>
/// <remarks>
/// Every method checks <see cref="Transizioni"/> and returns an <see cref="Error"/> when the state does not allow it. The amount, the
/// riserva and the CIG belong to its <see cref="Aggiudicazioni"/>. <see cref="Stato"/> is derived from their states and from the
/// draft's state.
/// </remarks>
public sealed partial class Affidamento : Aggregate
{
    /// <summary>Maximum length of a note (a refusal by the portal, an approver's note, a reason), in characters.</summary>
    public const int MaxNota = 2000;

    /// <summary>The code of the error for an avviso for which the user has given no reason.</summary>
    public const string CodiceSenzaMotivo = "avviso.senza-motivo";

    private readonly List<Aggiudicazione> _aggiudicazioni = [];
    private StatoAffidamento _statoBozza = StatoAffidamento.InLavorazione;

    private Affidamento() { }

    /// <summary>
    /// Creates an Affidamento with the first draft of its AD4. Returns an error when the Convenzione or the Lotto is closed, when the
    /// Convenzione does not admit the Ente, or when AD4 is the wrong scheda (<see cref="Convenzione.AmmetteAd4"/>).
    /// </summary>
    public static Result<Affidamento> Nuovo(
        Guid id, NumeroAffidamento numero, Guid enteId, Lotto lotto, Convenzione convenzione, Guid autoreId, Guid rupId,
        string? motivoBandoSuccessivo, BozzaAd4 bozza, DateTime utc)
    {
        Result[] condizioni =
            [convenzione.AmmetteNuoveAdesioni(), lotto.AmmetteNuoveAdesioni(), convenzione.AmmetteEnte(enteId), convenzione.AmmetteAd4(motivoBandoSuccessivo)];
        if (Array.Find(condizioni, c => !c.IsSuccess) is { } no)
        {
            return Result<Affidamento>.Refused(no.Errors);
        }

        var nuovo = new Affidamento
        {
            Id = id,
            Anno = numero.Anno,
            Progressivo = numero.Progressivo,
            EnteId = enteId,
            LottoId = lotto.Id,
            AutoreId = autoreId,
            RupId = rupId,
            MotivoBandoSuccessivo = convenzione.BandoSuccessivoAllaDescrizioneAd4 ? motivoBandoSuccessivo!.Trim() : null,
            CreatoIl = utc,
        };
        nuovo.Riscrivi(bozza, convenzione.Erosione, utc);
        return nuovo;
    }

    public int Anno { get; private init; }

    public int Progressivo { get; private init; }

    public NumeroAffidamento Numero => new(Anno, Progressivo);

    public Guid EnteId { get; private init; }

    public Guid LottoId { get; private init; }

    public Guid AutoreId { get; private init; }

    /// <summary>The id of the RUP, who requests the CIG on the portal after signing in there with a SPID of their own.</summary>
    public Guid RupId { get; private set; }

    /// <summary>The instant at which the present RUP took the Affidamento over, UTC. Null for its first RUP.</summary>
    public DateTime? RupDal { get; private set; }

    /// <summary>
    /// The reason that the user gave why AD4 is right, although the bando is later than those that ANAC's description of AD4 covers. Null
    /// when the bando is not later.
    /// </summary>
    public string? MotivoBandoSuccessivo { get; private init; }

    public BozzaAd4 Bozza { get; private set; } = BozzaAd4.Vuota;

    /// <summary>The document's title on the portal, copied from the draft so that lists can show it.</summary>
    public string TitoloDocumento { get; private set; } = "";

    /// <summary>The subject of the adhesion, copied from the draft so that lists can show it.</summary>
    public string Oggetto { get; private set; } = "";

    /// <summary>
    /// The name of the supplier, copied from the draft so that lists can show it. For a raggruppamento it is the name of its first member.
    /// </summary>
    public string DenominazioneOe { get; private set; } = "";

    /// <summary>
    /// The codici fiscali of <see cref="Fornitori"/>, copied from the draft so that SQL can find the Affidamenti of a supplier. Each stands
    /// between two vertical bars (<c>|A|B|</c>). Empty when there is no supplier.
    /// </summary>
    public string CodiciFornitori { get; private set; } = "";

    /// <summary>
    /// The total amount of all adhesions, copied from the Aggiudicazioni so that lists can show it. The portal calls it Importo Appalto.
    /// </summary>
    public Importo ImportoAppalto { get; private set; }

    /// <summary>The CIG Derivati, separated by a space, copied from the Aggiudicazioni so that lists can show them.</summary>
    public string CigDerivati { get; private set; } = "";

    /// <summary>
    /// The text in which a search looks for words: number, titolo, oggetto, supplier, CIG Padre, CIG Derivati and the portal's number, as
    /// folded words (<see cref="FoldedText.Parole"/>).
    /// </summary>
    public string TestoRicerca { get; private set; } = "";

    public StatoAffidamento Stato { get; private set; } = StatoAffidamento.InLavorazione;

    public MotivoRitorno Ritorno { get; private set; }

    /// <summary>The words of the portal or of the approver when the draft came back to work. Null when it did not come back.</summary>
    public string? NotaRitorno { get; private set; }

    /// <summary>Says whether the Affidamento has been on the portal at least once. Such an Affidamento can no longer be deleted.</summary>
    public bool InviatoAlPortale { get; private set; }

    /// <summary>
    /// The instant of the rilettura in the latest request, UTC: the RUP compared CIG Padre, CUP, amount and supplier on the portal. Null
    /// while that has not happened.
    /// </summary>
    public DateTime? RilettoIl { get; private set; }

    public DateTime CreatoIl { get; private init; }

    /// <summary>The instant at which the latest request of the CIG began, UTC. Null before the first request.</summary>
    public DateTime? RichiestoIl { get; private set; }

    /// <summary>
    /// The instant at which the latest CIG was recorded, UTC. Null before it, and for an adesione pregressa. The days for the order and the
    /// publication count from it.
    /// </summary>
    public DateTime? AcquisitoIl { get; private set; }

    /// <summary>
    /// The version of the <see cref="PercorsoPortale"/> that the latest request of the CIG follows. Null before the first request.
    /// </summary>
    public int? VersionePercorso { get; private set; }

    public DateTime ModificatoIl { get; private set; }

    public IReadOnlyList<Aggiudicazione> Aggiudicazioni => _aggiudicazioni;

    /// <summary>The amount that the Affidamento holds of the Lotto: its conferma, its requests under way and its acquired CIG.</summary>
    public Importo PresoDalLotto => Confermato + Importo.Somma(_aggiudicazioni
        .Where(a => a.Stato is StatoAggiudicazione.InRichiesta or StatoAggiudicazione.DaVerificare or StatoAggiudicazione.Acquisita).Select(a => a.Importo));

    /// <summary>The total amount of all its adhesions.</summary>
    public Importo Importo => Importo.Somma(_aggiudicazioni.Select(a => a.Importo));

    /// <summary>
    /// Declares the draft complete, so that it is ready for the portal. Nothing may be missing or wrong, and every avviso that asks for a
    /// reason must have one.
    /// </summary>
    /// <param name="contesto">The data against which the draft is checked.</param>
    /// <param name="motivi">The reasons for the avvisi, by <see cref="Segnalazione.Chiave"/>.</param>
    /// <param name="utc">The instant of the declaration, UTC.</param>
    /// <returns>
    /// The avvisi for which a reason was given, or the errors. When only reasons are missing, the errors have the code
    /// <see cref="CodiceSenzaMotivo"/>.
    /// </returns>
    public Result<IReadOnlyList<Segnalazione>> SegnaPronto(ContestoControlli contesto, IReadOnlyDictionary<string, string> motivi, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.SegnaPronto) is { } no)
        {
            return no;
        }

        if (contesto.Convenzione.RichiedeApprovazione(Importo))
        {
            return SeparazioneCompiti.ApprovazioneNecessaria.Errore();
        }

        var dichiarata = SenzaErroriNeAvvisi(contesto, motivi);
        if (dichiarata.IsSuccess)
        {
            Passa(StatoAffidamento.ProntoPerIlPortale, utc);
        }

        return dichiarata;
    }

    /// <summary>Takes the draft back to work, so that it can be changed. An approval that it had is revoked.</summary>
    public Result RiportaInLavorazione(DateTime utc) =>
        Vieta(AzioneAffidamento.RiportaInLavorazione) is { } no ? no : Passa(StatoAffidamento.InLavorazione, utc);

    /// <summary>Assigns the Affidamento to another RUP of the same Ente. Allowed only before the Affidamento is on the portal.</summary>
    public Result AssegnaRup(Guid rupId, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.AssegnaRup) is { } no)
        {
            return no;
        }

        if (rupId == ApprovatoDaId)
        {
            return SeparazioneCompiti.RupDiversoDaChiApprova.Errore();
        }

        Subentra(rupId, utc);
        ModificatoIl = utc;
        return Result.Ok;
    }

    /// <summary>Marks an Affidamento that was never on the portal as deleted. Returns the ledger row that frees its conferma, if any.</summary>
    public Result<IReadOnlyList<MovimentoCapienza>> Elimina(Capienza capienza, DateTime utc)
    {
        if ((Vieta(AzioneAffidamento.Elimina) ?? GiaInviato()) is { } no)
        {
            return no;
        }

        Passa(StatoAffidamento.Eliminato, utc);
        return Result.Success(ChiudiConferma(StatoConferma.Liberata, "Affidamento eliminato", capienza, utc));
    }

    private Error? GiaInviato() => !InviatoAlPortale ? null : new Error(
        "affidamento.gia-inviato",
        "Questo affidamento è già stato sul portale e non si può eliminare: resta in elenco come traccia di ciò che è avvenuto.");

    private Error? Vieta(AzioneAffidamento azione) => Transizioni.Ammessa(Stato, azione)
        ? null
        : new Error(
            "affidamento.stato",
            $"L'affidamento è nello stato «{Stato.Nome()}» e questa operazione non è possibile: ricarica la pagina per vedere che cosa si può fare ora.");

    private Error? NonEIlRup(Guid attoreId) => attoreId == RupId
        ? null
        : new Error("affidamento.non-rup", Transizioni.Ammessa(Stato, AzioneAffidamento.AvviaSostituzioneRup)
            ? "Solo il RUP di questo affidamento può procedere sul portale, con il proprio SPID: se sei tu a subentrare, "
                + "serve prima «Sostituzione RUP», nella pagina «Dopo il CIG»."
            : "Solo il RUP di questo affidamento può procedere sul portale, con il proprio SPID: se sei tu a subentrare, "
                + "usa «Assegna a me» prima di avviare la richiesta.");

    private static IReadOnlyList<Error> Errori(IEnumerable<Segnalazione> segnalazioni) =>
        [.. segnalazioni.Where(s => s.Ferma).Select(s => new Error(s.Codice, s.Messaggio, s.Percorso))];

    /// <summary>
    /// Checks the draft. Returns the avvisi for which a reason was given, or errors when something is missing or wrong or when an avviso
    /// that asks for a reason has none.
    /// </summary>
    private Result<IReadOnlyList<Segnalazione>> SenzaErroriNeAvvisi(ContestoControlli contesto, IReadOnlyDictionary<string, string> motivi)
    {
        var segnalazioni = Controllata(contesto);
        if (CodiceAppaltoUsato() is { } usato)
        {
            return usato;
        }

        if (Errori(segnalazioni) is { Count: > 0 } errori)
        {
            return Result<IReadOnlyList<Segnalazione>>.Refused(errori);
        }

        var senzaMotivo = segnalazioni.Where(s => s.VuoleMotivo && string.IsNullOrWhiteSpace(motivi.GetValueOrDefault(s.Chiave)))
            .Select(s => new Error(CodiceSenzaMotivo, $"Indica il motivo per cui prosegui: {s.Messaggio}", s.Percorso)).ToList();
        return senzaMotivo.Count > 0
            ? Result<IReadOnlyList<Segnalazione>>.Refused(senzaMotivo)
            : Result.Success<IReadOnlyList<Segnalazione>>([.. segnalazioni.Where(s => s.VuoleMotivo)]);
    }

    private Result Passa(StatoAffidamento statoBozza, DateTime utc)
    {
        if (statoBozza == StatoAffidamento.InLavorazione)
        {
            RevocaLApprovazione();
        }

        _statoBozza = statoBozza;
        Ricalcola(utc);
        return Result.Ok;
    }

    private void RicalcolaTestoRicerca() => TestoRicerca = FoldedText.Parole(
        string.Join(' ', Numero, TitoloDocumento, Oggetto, DenominazioneOe, Bozza.Testo(PercorsoAd4.CigPadre), CigDerivati, Portale.RegistroDiSistema));

    private void Ricalcola(DateTime utc)
    {
        ModificatoIl = utc;
        ImportoAppalto = Importo;
        CigDerivati = string.Join(' ', _aggiudicazioni.Select(a => a.CigDerivato?.Valore).Where(c => c is not null));
        RicalcolaTestoRicerca();
        Stato = _aggiudicazioni switch
        {
            _ when _aggiudicazioni.Any(a => a.Stato == StatoAggiudicazione.DaVerificare) => StatoAffidamento.EsitoDaVerificare,
            _ when _aggiudicazioni.Any(a => a.Stato == StatoAggiudicazione.InRichiesta) => StatoAffidamento.CigInRichiesta,
            _ when _aggiudicazioni.All(a => a.Stato == StatoAggiudicazione.Annullata) => StatoAffidamento.AffidamentoAnnullato,
            _ when _aggiudicazioni.All(a => a.Stato is StatoAggiudicazione.Acquisita or StatoAggiudicazione.Annullata) => ConIlCig(),
            _ => _statoBozza,
        };
        InListaDal = Transizioni.Ammessa(Stato, AzioneAffidamento.GestisciListaAttesa) ? InListaDal : null;
    }

    private StatoAffidamento ConIlCig() =>
        Aperta(TipoOperazione.Modifica) is not null ? StatoAffidamento.ModificaInRichiesta
        : Aperta(TipoOperazione.Annullamento) is not null ? StatoAffidamento.AnnullamentoInRichiesta
        : StatoAffidamento.CigAcquisito;

    private void Riscrivi(BozzaAd4 bozza, ErosioneMassimale erosione, DateTime utc)
    {
        Bozza = bozza;
        TitoloDocumento = bozza.Testo(PercorsoAd4.TitoloDocumento) ?? "";
        Oggetto = bozza.Testo(PercorsoAd4.Oggetto) ?? "";
        DenominazioneOe = bozza.Testo(PercorsoAd4.Aggiudicazione(0, "partecipanti/0/denominazione")) ?? "";
        var fornitori = Fornitori;
        CodiciFornitori = fornitori.Count == 0 ? "" : $"|{string.Join('|', fornitori.Select(f => f.CodiceFiscale))}|";
        var righe = Math.Max(1, bozza.Righe(PercorsoAd4.Aggiudicazioni));
        _aggiudicazioni.RemoveAll(a => a.Indice >= righe && a.Stato == StatoAggiudicazione.DaRichiedere);
        for (var i = 0; i < righe; i++)
        {
            var aggiudicazione = _aggiudicazioni.SingleOrDefault(a => a.Indice == i);
            if (aggiudicazione is null)
            {
                _aggiudicazioni.Add(aggiudicazione = new Aggiudicazione(Id, i));
            }

            aggiudicazione.IdPartecipante = Guid.TryParse(bozza.Testo(PercorsoAd4.Aggiudicazione(i, "partecipanti/0/idPartecipante")), out var id)
                ? id
                : Guid.Empty;

            // Only an adhesion that is not yet requested takes its amount from the draft. Later its amount is already reserved or taken.
            if (aggiudicazione.Stato == StatoAggiudicazione.DaRichiedere)
            {
                aggiudicazione.Importo = ImportoAdesione.Calcola(bozza, i, erosione);
            }
        }

        Ricalcola(utc);
    }
}
