namespace CigHub.Domain.Affidamenti;

/// <summary>The state of an Affidamento, derived from the state of its draft and of its Aggiudicazioni.</summary>
/// <remarks>The numbers are stored: they never change. <see cref="Transizioni"/> says what each state allows.</remarks>
public enum StatoAffidamento
{
    InLavorazione = 1,

    /// <summary>
    /// The draft waits for approval by somebody other than its author and its RUP, because its amount is above the Convenzione's soglia di
    /// approvazione.
    /// </summary>
    InApprovazione = 2,

    ProntoPerIlPortale = 3,

    /// <summary>The amount is reserved on the Lotto, and the RUP is requesting the CIG on the portal.</summary>
    CigInRichiesta = 4,

    /// <summary>The portal gave an error or no answer, so the CIG may have been granted. The amount stays reserved.</summary>
    EsitoDaVerificare = 5,

    CigAcquisito = 6,

    /// <summary>A user deleted the Affidamento, which had never been sent to the portal.</summary>
    Eliminato = 7,

    /// <summary>The portal accepted the ANN of every adhesion.</summary>
    AffidamentoAnnullato = 8,

    /// <summary>A CM1, which corrects CUP and amount, is open on the portal.</summary>
    ModificaInRichiesta = 9,

    /// <summary>An ANN, which annuls an adhesion, is open on the portal.</summary>
    AnnullamentoInRichiesta = 10,
}

/// <summary>All the actions on an Affidamento that are allowed in some of its states only.</summary>
public enum AzioneAffidamento
{
    ModificaBozza,
    SegnaPronto,
    InviaPerApprovazione,
    Approva,
    Restituisci,
    RiportaInLavorazione,
    AssegnaRup,
    Elimina,
    AvviaRichiesta,
    ConfermaRilettura,
    RegistraCig,
    RegistraRifiuto,
    SegnaNonInviata,
    SegnaEsitoDaVerificare,
    ConfermaNonRisulta,
    ModificaFascicolo,
    RegistraDatiPortale,
    RegistraDaElenco,
    AvviaModifica,
    AvviaAnnullamento,
    AvviaSostituzioneRup,
    ChiudiOperazione,
    RitiraAnnullamento,
    RegistraCigInPiu,
    AnnullaCigInPiu,
    GestisciConferma,
    Ripristina,
    GestisciListaAttesa,
}

/// <summary>
/// The table of the actions that each state allows. <c>docs/stati.md</c> shows it to readers, and a test checks that the two agree.
/// </summary>
public static class Transizioni
{
    private static readonly StatoAffidamento[] SulPortale =
    [
        StatoAffidamento.CigInRichiesta, StatoAffidamento.EsitoDaVerificare, StatoAffidamento.CigAcquisito,
        StatoAffidamento.ModificaInRichiesta, StatoAffidamento.AnnullamentoInRichiesta,
    ];

    private static readonly StatoAffidamento[] ConUnCig =
    [
        StatoAffidamento.CigAcquisito, StatoAffidamento.AffidamentoAnnullato, StatoAffidamento.ModificaInRichiesta,
        StatoAffidamento.AnnullamentoInRichiesta,
    ];

    private static readonly Dictionary<AzioneAffidamento, StatoAffidamento[]> Ammesse = new()
    {
        [AzioneAffidamento.ModificaBozza] = [StatoAffidamento.InLavorazione],
        [AzioneAffidamento.SegnaPronto] = [StatoAffidamento.InLavorazione],
        [AzioneAffidamento.InviaPerApprovazione] = [StatoAffidamento.InLavorazione],
        [AzioneAffidamento.Approva] = [StatoAffidamento.InApprovazione],
        [AzioneAffidamento.Restituisci] = [StatoAffidamento.InApprovazione],
        [AzioneAffidamento.RiportaInLavorazione] = [StatoAffidamento.InApprovazione, StatoAffidamento.ProntoPerIlPortale],
        [AzioneAffidamento.AssegnaRup] = [StatoAffidamento.InLavorazione, StatoAffidamento.InApprovazione, StatoAffidamento.ProntoPerIlPortale],
        [AzioneAffidamento.Elimina] = [StatoAffidamento.InLavorazione, StatoAffidamento.InApprovazione, StatoAffidamento.ProntoPerIlPortale],
        [AzioneAffidamento.AvviaRichiesta] = [StatoAffidamento.ProntoPerIlPortale],
        [AzioneAffidamento.ConfermaRilettura] = [StatoAffidamento.CigInRichiesta],
        [AzioneAffidamento.RegistraCig] = [StatoAffidamento.CigInRichiesta, StatoAffidamento.EsitoDaVerificare],
        [AzioneAffidamento.RegistraRifiuto] = [StatoAffidamento.CigInRichiesta],
        [AzioneAffidamento.SegnaNonInviata] = [StatoAffidamento.CigInRichiesta],
        [AzioneAffidamento.SegnaEsitoDaVerificare] = [StatoAffidamento.CigInRichiesta],
        [AzioneAffidamento.ConfermaNonRisulta] = [StatoAffidamento.EsitoDaVerificare],
        [AzioneAffidamento.ModificaFascicolo] =
        [
            StatoAffidamento.InLavorazione, StatoAffidamento.InApprovazione, StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.CigInRichiesta,
            StatoAffidamento.EsitoDaVerificare, StatoAffidamento.CigAcquisito, StatoAffidamento.ModificaInRichiesta, StatoAffidamento.AnnullamentoInRichiesta,
        ],
        [AzioneAffidamento.RegistraDatiPortale] =
        [
            StatoAffidamento.CigInRichiesta, StatoAffidamento.EsitoDaVerificare, StatoAffidamento.CigAcquisito, StatoAffidamento.AffidamentoAnnullato,
            StatoAffidamento.ModificaInRichiesta, StatoAffidamento.AnnullamentoInRichiesta,
        ],

        // A row of the portal's list is a fact, even about a draft that nobody had declared to be on the portal. Only a deleted Affidamento
        // has no row.
        [AzioneAffidamento.RegistraDaElenco] =
        [
            StatoAffidamento.InLavorazione, StatoAffidamento.InApprovazione, StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.CigInRichiesta,
            StatoAffidamento.EsitoDaVerificare, StatoAffidamento.CigAcquisito, StatoAffidamento.AffidamentoAnnullato,
            StatoAffidamento.ModificaInRichiesta, StatoAffidamento.AnnullamentoInRichiesta,
        ],
        [AzioneAffidamento.AvviaModifica] = [StatoAffidamento.CigAcquisito],
        [AzioneAffidamento.AvviaAnnullamento] = [StatoAffidamento.CigAcquisito],

        // A RUP may leave at any time. Before the request is on the portal, «Assegna a me» is enough.
        [AzioneAffidamento.AvviaSostituzioneRup] = SulPortale,
        [AzioneAffidamento.ChiudiOperazione] = SulPortale,
        [AzioneAffidamento.RitiraAnnullamento] = [StatoAffidamento.AffidamentoAnnullato],

        // A second CIG is a fact whatever became of the first one.
        [AzioneAffidamento.RegistraCigInPiu] = ConUnCig,
        [AzioneAffidamento.AnnullaCigInPiu] = ConUnCig,

        // A conferma di capienza is asked for, recorded and withdrawn before the request, which consumes it.
        [AzioneAffidamento.GestisciConferma] = [StatoAffidamento.InLavorazione, StatoAffidamento.InApprovazione, StatoAffidamento.ProntoPerIlPortale],
        [AzioneAffidamento.Ripristina] = [StatoAffidamento.Eliminato],
        [AzioneAffidamento.GestisciListaAttesa] = [StatoAffidamento.InLavorazione, StatoAffidamento.InApprovazione, StatoAffidamento.ProntoPerIlPortale],
    };

    public static bool Ammessa(StatoAffidamento stato, AzioneAffidamento azione) => Ammesse[azione].Contains(stato);

    /// <summary>Says whether the state is one in which the CIG is being requested on the portal.</summary>
    public static bool AttendeIlCig(this StatoAffidamento stato) => stato is StatoAffidamento.CigInRichiesta or StatoAffidamento.EsitoDaVerificare;
}

/// <summary>The names of the states on screen, in Italian, so that lists, filters and chips use the same words.</summary>
public static class StatoWords
{
    public static string Nome(this StatoAffidamento stato) => stato switch
    {
        StatoAffidamento.InLavorazione => "In lavorazione",
        StatoAffidamento.InApprovazione => "In approvazione",
        StatoAffidamento.ProntoPerIlPortale => "Pronto per il portale",
        StatoAffidamento.CigInRichiesta => "CIG in richiesta",
        StatoAffidamento.EsitoDaVerificare => "Esito da verificare",
        StatoAffidamento.CigAcquisito => "CIG acquisito",
        StatoAffidamento.Eliminato => "Eliminato",
        StatoAffidamento.AffidamentoAnnullato => "Affidamento annullato",
        StatoAffidamento.ModificaInRichiesta => "Modifica in richiesta",
        StatoAffidamento.AnnullamentoInRichiesta => "Annullamento in richiesta",
        _ => throw new ArgumentOutOfRangeException(nameof(stato), stato, null),
    };
}
