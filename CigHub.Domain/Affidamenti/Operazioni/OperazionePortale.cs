using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.Operazioni;

/// <summary>What can be done on the portal once a request was begun there, in the portal's own words.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum TipoOperazione
{
    /// <summary><em>Modifica CUP e/o Importo</em>, ANAC's scheda CM1.</summary>
    Modifica = 1,

    /// <summary><em>Annulla affidamento</em>, ANAC's scheda ANN.</summary>
    Annullamento = 2,

    /// <summary><em>Sostituzione RUP</em>.</summary>
    SostituzioneRup = 3,
}

/// <summary>How far an operation is. One whose outcome is not known simply stays <see cref="Avviata"/>, and is asked about.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum StatoOperazione
{
    Avviata = 1,

    /// <summary>The portal accepted: only now do our record and the ledger follow.</summary>
    Accettata = 2,

    /// <summary>Nothing was sent (<em>Annulla Modifica</em>).</summary>
    Abbandonata = 3,

    Rifiutata = 4,
}

/// <summary>The words of the screen for operations.</summary>
public static class ParoleDiOperazione
{
    public static string Nome(this TipoOperazione tipo) => tipo switch
    {
        TipoOperazione.Modifica => "Modifica CUP e/o Importo",
        TipoOperazione.Annullamento => "Annulla affidamento",
        TipoOperazione.SostituzioneRup => "Sostituzione RUP",
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

/// <summary>What an operation says: for a Modifica the new values beside the old, for a Sostituzione the act and the two RUP.</summary>
/// <remarks>Equality: by all members, lists by reference. People stand here by id, never by name: it enters the registro.</remarks>
/// <param name="Motivo">The one reason that ANAC takes for CM1 and ANN.</param>
/// <param name="Importo">The right amount of the adhesion.</param>
/// <param name="ImportoPrima">As it was communicated.</param>
/// <param name="Cup">Every CUP of the adhesion from now on: the list replaces the former one whole.</param>
/// <param name="CupPrima">As they were communicated.</param>
/// <param name="NumeroAtto">Of the act that names the new RUP.</param>
/// <param name="Decorrenza">First day of the new RUP.</param>
/// <param name="Risposta">What the portal said when it refused.</param>
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

/// <summary>The right values of a CM1, which corrects both at once.</summary>
/// <remarks>Equality: by all members, the list by reference.</remarks>
public sealed record ValoriCorretti(Importo Importo, IReadOnlyList<Cup> Cup);

/// <summary>The act by which another RUP takes over.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Numero">Of the act.</param>
/// <param name="Decorrenza">First day of the new RUP.</param>
public sealed record AttoDiSostituzione(string Numero, DateOnly Data, DateOnly Decorrenza, Guid NuovoRupId)
{
    /// <summary>Longest number.</summary>
    public const int MaxNumero = 100;
}

/// <summary>An operation on the portal after the CIG was asked for: begun here, done there, closed here with what the portal said.</summary>
/// <remarks>Source: CMRC's instructions (Gestione PCP, Sostituzione RUP) and ANAC's rules of CM1 and ANN: once per CIG, only before the contract.</remarks>
public sealed class OperazionePortale : IParteDi
{
    /// <summary>The only reason that ANAC takes for CM1 and ANN.</summary>
    public const string ErrataComunicazione = "Errata comunicazione";

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

    /// <summary>The adhesion whose CIG it is about; null for a change of the RUP, who is the whole Affidamento's.</summary>
    public Guid? AggiudicazioneId { get; private set; }

    public TipoOperazione Tipo { get; private set; }

    public StatoOperazione Stato { get; private set; }

    public DateTime AvviataIl { get; private set; }

    /// <summary>Null while it is open.</summary>
    public DateTime? ChiusaIl { get; private set; }

    public DatiOperazione Dati { get; private set; } = new();

    public bool Aperta => Stato == StatoOperazione.Avviata;

    Guid IParteDi.RadiceId => AffidamentoId;

    internal void Chiudi(StatoOperazione stato, DateTime utc, string? risposta = null)
    {
        (Stato, ChiusaIl) = (stato, utc);
        if (risposta is not null)
        {
            Dati = Dati with { Risposta = risposta.Trim() };
        }
    }
}
