namespace CigHub.Domain.Affidamenti;

/// <summary>Where an Affidamento is, in the words of the screen. Derived from its draft and its Aggiudicazioni.</summary>
/// <remarks>The numbers are stored: they never change. The transitions are in <see cref="Transizioni"/>.</remarks>
public enum StatoAffidamento
{
    InLavorazione = 1,

    /// <summary>Waits for somebody other than its author and RUP, above the Convenzione's threshold.</summary>
    InApprovazione = 2,

    ProntoPerIlPortale = 3,

    /// <summary>The amount is reserved; the RUP is on the portal.</summary>
    CigInRichiesta = 4,

    /// <summary>The portal answered with an error, or nothing: the CIG may have been granted. The amount stays reserved.</summary>
    EsitoDaVerificare = 5,

    CigAcquisito = 6,

    /// <summary>Deleted by its people; only what was never sent to the portal.</summary>
    Eliminato = 7,

    /// <summary>The portal accepted the ANN of every adhesion.</summary>
    AffidamentoAnnullato = 8,

    /// <summary>A CM1 (CUP and amount) is on the portal.</summary>
    ModificaInRichiesta = 9,

    /// <summary>An ANN is on the portal.</summary>
    AnnullamentoInRichiesta = 10,
}

/// <summary>Everything that somebody may do to an Affidamento.</summary>
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
}

/// <summary>The one table of what may be done in which state; <c>docs/stati.md</c> shows it to people, and a test holds the two together.</summary>
public static class Transizioni
{
    private static readonly StatoAffidamento[] SulPortale =
    [
        StatoAffidamento.CigInRichiesta, StatoAffidamento.EsitoDaVerificare, StatoAffidamento.CigAcquisito,
        StatoAffidamento.ModificaInRichiesta, StatoAffidamento.AnnullamentoInRichiesta,
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

        // A row of the portal's list is a fact, also of a draft that nobody said was on the portal; only what was deleted here has none.
        [AzioneAffidamento.RegistraDaElenco] =
        [
            StatoAffidamento.InLavorazione, StatoAffidamento.InApprovazione, StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.CigInRichiesta,
            StatoAffidamento.EsitoDaVerificare, StatoAffidamento.CigAcquisito, StatoAffidamento.AffidamentoAnnullato,
            StatoAffidamento.ModificaInRichiesta, StatoAffidamento.AnnullamentoInRichiesta,
        ],
        [AzioneAffidamento.AvviaModifica] = [StatoAffidamento.CigAcquisito],
        [AzioneAffidamento.AvviaAnnullamento] = [StatoAffidamento.CigAcquisito],

        // A RUP may leave at any time; before the portal «Assegna a me» is enough.
        [AzioneAffidamento.AvviaSostituzioneRup] = SulPortale,
        [AzioneAffidamento.ChiudiOperazione] = SulPortale,
    };

    public static bool Ammessa(StatoAffidamento stato, AzioneAffidamento azione) => Ammesse[azione].Contains(stato);

    /// <summary>Says whether a request for the CIG is under way on the portal.</summary>
    public static bool AttendeIlCig(this StatoAffidamento stato) => stato is StatoAffidamento.CigInRichiesta or StatoAffidamento.EsitoDaVerificare;
}

/// <summary>The words of the screen for states; one place, so that a list, a filter and a chip say the same.</summary>
public static class ParoleDiStato
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
