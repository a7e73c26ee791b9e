using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <summary>What a row of the ledger of a Lotto is; each kind belongs to exactly one total of <see cref="Capienza"/>.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum TipoMovimento
{
    /// <summary>The massimale at the start (total: massimale).</summary>
    Iniziale = 1,

    /// <summary>Adhesions of Enti outside CigHub, as communicated by the Soggetto Aggregatore (total: altre adesioni).</summary>
    AltreAdesioni = 2,

    /// <summary>A CIG is being requested (total: riservato).</summary>
    Riserva = 3,

    /// <summary>A CIG Derivato was granted (total: aderito).</summary>
    Adesione = 4,

    /// <summary>A reservation ended, with or without a CIG; negative (total: riservato).</summary>
    Rilascio = 5,

    /// <summary>An act extends or reduces the massimale (total: massimale).</summary>
    Variazione = 6,

    /// <summary>An adhesion made before CigHub, entered with its CIG (total: aderito).</summary>
    AdesionePregressa = 7,

    /// <summary>A CM1 corrected the amount of an adhesion, up or down (total: aderito).</summary>
    Correzione = 8,

    /// <summary>An ANN ended an adhesion; negative (total: aderito).</summary>
    Annullamento = 9,
}

/// <summary>The totals of a <see cref="Capienza"/> that its ledger adds up to.</summary>
public enum TotaleCapienza
{
    Massimale,
    Aderito,
    Riservato,
    AltreAdesioni,
}

/// <summary>The one table of kinds of row and totals.</summary>
public static class TotaliDeiMovimenti
{
    /// <summary>Gives the total that rows of this kind belong to.</summary>
    public static TotaleCapienza Totale(this TipoMovimento tipo) => tipo switch
    {
        TipoMovimento.Iniziale or TipoMovimento.Variazione => TotaleCapienza.Massimale,
        TipoMovimento.AltreAdesioni => TotaleCapienza.AltreAdesioni,
        TipoMovimento.Riserva or TipoMovimento.Rilascio => TotaleCapienza.Riservato,
        TipoMovimento.Adesione or TipoMovimento.AdesionePregressa or TipoMovimento.Correzione or TipoMovimento.Annullamento => TotaleCapienza.Aderito,
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };
}

/// <summary>A row of the ledger of a Lotto: written once, never changed or deleted (triggers see to it).</summary>
/// <remarks>The totals of <see cref="Capienza"/> are at every moment the sums of these rows.</remarks>
public sealed class MovimentoCapienza
{
    private MovimentoCapienza() { }

    internal MovimentoCapienza(Guid lottoId, TipoMovimento tipo, Importo importo, DateTime utc, Guid? aggiudicazioneId, string? riferimento, AttoDiRiferimento? atto = null)
    {
        LottoId = lottoId;
        Tipo = tipo;
        Importo = importo;
        Utc = utc;
        AggiudicazioneId = aggiudicazioneId;
        Riferimento = riferimento;
        DataAtto = atto?.Data;
        Protocollo = atto?.Protocollo;
    }

    public Guid Id { get; private set; }

    public Guid LottoId { get; private set; }

    public TipoMovimento Tipo { get; private set; }

    /// <summary>Signed: a release is negative.</summary>
    public Importo Importo { get; private set; }

    public DateTime Utc { get; private set; }

    /// <summary>The Aggiudicazione that caused it, or null for what the Soggetto Aggregatore says.</summary>
    public Guid? AggiudicazioneId { get; private set; }

    /// <summary>The act or communication behind it in words, or the CIG of an adhesion.</summary>
    public string? Riferimento { get; private set; }

    /// <summary>The day of that act.</summary>
    public DateOnly? DataAtto { get; private set; }

    /// <summary>Under which it was registered.</summary>
    public string? Protocollo { get; private set; }
}

/// <summary>The act or communication that explains a change of a massimale or of the other adhesions.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Descrizione">What it is, for example «Determinazione dirigenziale n. 123».</param>
public sealed record AttoDiRiferimento(string Descrizione, DateOnly Data, string Protocollo)
{
    /// <summary>Longest description.</summary>
    public const int MaxDescrizione = 300;

    /// <summary>Longest protocol number.</summary>
    public const int MaxProtocollo = 100;
}
