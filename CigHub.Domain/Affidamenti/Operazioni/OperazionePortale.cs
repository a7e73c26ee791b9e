using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.Operazioni;

/// <summary>The operations that the portal allows after the CIG was requested. Their names on screen are the portal's own words.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum TipoOperazione
{
    /// <summary>The portal's <em>Modifica CUP e/o Importo</em>, which is ANAC's scheda CM1.</summary>
    Modifica = 1,

    /// <summary>The portal's <em>Annulla affidamento</em>, which is ANAC's scheda ANN.</summary>
    Annullamento = 2,

    /// <summary>The portal's <em>Sostituzione RUP</em>, by which another person becomes the RUP.</summary>
    SostituzioneRup = 3,

    /// <summary>
    /// The withdrawal of an accepted ANN: the CIG is alive again, and its amount counts again. It is recorded when ANAC has accepted it.
    /// </summary>
    /// <remarks>Source: ANAC, roadmap 84599, in force since 30/06/2026.</remarks>
    RitiroAnnullamento = 4,
}

/// <summary>
/// The state of an operation on the portal. An operation whose outcome is not known stays <see cref="Avviata"/> until somebody says how it
/// ended.
/// </summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum StatoOperazione
{
    Avviata = 1,

    /// <summary>
    /// The portal accepted the operation. Amount, CUP, state or RUP of the Affidamento, and the Lotto's ledger, change only now.
    /// </summary>
    Accettata = 2,

    /// <summary>The operation was not sent to the portal (<em>Annulla Modifica</em>).</summary>
    Abbandonata = 3,

    Rifiutata = 4,
}

/// <summary>The names of operations and of their states on screen, in Italian.</summary>
public static class OperazioneWords
{
    public static string Nome(this TipoOperazione tipo) => tipo switch
    {
        TipoOperazione.Modifica => "Modifica CUP e/o Importo",
        TipoOperazione.Annullamento => "Annulla affidamento",
        TipoOperazione.SostituzioneRup => "Sostituzione RUP",
        TipoOperazione.RitiroAnnullamento => "Ritiro dell'annullamento",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };

    public static string Nome(this StatoOperazione stato) => stato switch
    {
        StatoOperazione.Avviata => "In corso",
        StatoOperazione.Accettata => "Accettata dal portale",
        StatoOperazione.Abbandonata => "Non inviata",
        StatoOperazione.Rifiutata => "Rifiutata dal portale",
        _ => throw new ArgumentOutOfRangeException(nameof(stato), stato, null),
    };
}

/// <summary>
/// The data of an operation on the portal: for a Modifica the new and the old values, for a Sostituzione the atto and the two RUP. Members
/// that do not concern the kind of operation are null.
/// </summary>
/// <remarks>
/// Equality: by all members, lists by reference. People are named by id and never by name, because these data enter the registro.
/// </remarks>
/// <param name="Motivo">The reason. ANAC accepts only one for CM1 and ANN. For a withdrawal of the ANN it is the office's own.</param>
/// <param name="Importo">The corrected amount of the adhesion.</param>
/// <param name="ImportoPrima">The amount that was communicated before.</param>
/// <param name="Cup">The complete list of the adhesion's CUP from now on. It replaces the former list.</param>
/// <param name="CupPrima">The CUP that were communicated before.</param>
/// <param name="NumeroAtto">The number of the atto that names the new RUP.</param>
/// <param name="Decorrenza">The first day of the new RUP.</param>
/// <param name="Risposta">The portal's answer when it refused.</param>
public sealed record DatiOperazione(
    string? Motivo = null,
    Importo? Importo = null,
    Importo? ImportoPrima = null,
    IReadOnlyList<Cup>? Cup = null,
    IReadOnlyList<Cup>? CupPrima = null,
    string? NumeroAtto = null,
    DateOnly? DataAtto = null,
    DateOnly? Decorrenza = null,
    Guid? RupPrecedenteId = null,
    Guid? NuovoRupId = null,
    string? Risposta = null);

/// <summary>The corrected values that a CM1 communicates: it always corrects amount and CUP together.</summary>
/// <remarks>Equality: by all members, the list by reference.</remarks>
public sealed record ValoriCorretti(Importo Importo, IReadOnlyList<Cup> Cup);

/// <summary>The reason and the atto with which an accepted ANN was taken back.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Numero">The number of the atto.</param>
public sealed record AttoDiRipresa(string Motivo, string Numero, DateOnly Data);

/// <summary>The atto by which another RUP takes over an Affidamento.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Numero">The number of the atto.</param>
/// <param name="Decorrenza">The first day of the new RUP.</param>
public sealed record AttoDiSostituzione(string Numero, DateOnly Data, DateOnly Decorrenza, Guid NuovoRupId)
{
    /// <summary>Maximum length of the number of the atto, in characters.</summary>
    public const int MaxNumero = 100;
}

/// <summary>
/// An operation on the portal after the CIG was requested. It begins in CigHub, is carried out on the portal, and is closed in CigHub with
/// the portal's answer.
/// </summary>
/// <remarks>
/// Source: CMRC's instructions (Gestione PCP, Sostituzione RUP) and ANAC's rules on CM1 and ANN: once per CIG, and only before the
/// contract.
/// </remarks>
public sealed class OperazionePortale : IPartOf
{
    /// <summary>The only reason that ANAC accepts for CM1 and ANN.</summary>
    public const string ErrataComunicazione = "Errata comunicazione";

    /// <summary>Maximum length of the reason for a withdrawal of the ANN, in characters.</summary>
    public const int MaxMotivo = 1000;

    private OperazionePortale() { }

    internal OperazionePortale(Guid id, Guid affidamentoId, Guid? aggiudicazioneId, TipoOperazione tipo, DatiOperazione dati, DateTime utc)
    {
        Id = id;
        AffidamentoId = affidamentoId;
        AggiudicazioneId = aggiudicazioneId;
        Tipo = tipo;
        Stato = StatoOperazione.Avviata;
        Dati = dati;
        AvviataIl = utc;
    }

    public Guid Id { get; private set; }

    public Guid AffidamentoId { get; private set; }

    /// <summary>
    /// The id of the adhesion whose CIG the operation changes. Null for a change of the RUP, which concerns the whole Affidamento.
    /// </summary>
    public Guid? AggiudicazioneId { get; private set; }

    public TipoOperazione Tipo { get; private set; }

    public StatoOperazione Stato { get; private set; }

    public DateTime AvviataIl { get; private set; }

    /// <summary>The instant when the operation was closed, UTC. Null while it is open.</summary>
    public DateTime? ChiusaIl { get; private set; }

    public DatiOperazione Dati { get; private set; } = new();

    public bool Aperta => Stato == StatoOperazione.Avviata;

    Guid IPartOf.RadiceId => AffidamentoId;

    internal void Chiudi(StatoOperazione stato, DateTime utc, string? risposta = null)
    {
        (Stato, ChiusaIl) = (stato, utc);
        if (risposta is not null)
        {
            Dati = Dati with { Risposta = risposta.Trim() };
        }
    }
}
