using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <summary>
/// The kind of a movimento, which is a row of a Lotto's ledger. Each kind belongs to exactly one total of <see cref="Capienza"/>.
/// </summary>
/// <remarks>The numbers are stored and never change.</remarks>
public enum TipoMovimento
{
    /// <summary>The massimale at the start (total: massimale).</summary>
    Iniziale = 1,

    /// <summary>Adhesions of Enti outside CigHub, as communicated by the Soggetto Aggregatore (total: altre adesioni).</summary>
    AltreAdesioni = 2,

    /// <summary>A riserva: an amount held for a CIG that is being requested (total: riservato).</summary>
    Riserva = 3,

    /// <summary>An adhesion whose CIG Derivato was granted (total: aderito).</summary>
    Adesione = 4,

    /// <summary>A rilascio: the end of a riserva, with or without a CIG. The amount is negative (total: riservato).</summary>
    Rilascio = 5,

    /// <summary>An extension or reduction of the massimale by an act (total: massimale).</summary>
    Variazione = 6,

    /// <summary>An adhesion made before CigHub, entered with its CIG (total: aderito).</summary>
    AdesionePregressa = 7,

    /// <summary>A correction of the amount of an adhesion by a CM1, up or down (total: aderito).</summary>
    Correzione = 8,

    /// <summary>The end of an adhesion by an ANN. The amount is negative (total: aderito).</summary>
    Annullamento = 9,

    /// <summary>The amount of an annulled adhesion, taken again because its ANN was taken back (total: aderito).</summary>
    Ripresa = 10,

    /// <summary>A conferma di capienza: an amount that the Soggetto Aggregatore confirmed for an Affidamento without a request (total: riservato).</summary>
    Conferma = 11,

    /// <summary>The end of a conferma: a request consumed it, or it ended. The amount is negative (total: riservato).</summary>
    FineConferma = 12,
}

/// <summary>The totals of a <see cref="Capienza"/>, each of which is the sum of some rows of the Lotto's ledger.</summary>
public enum ComponenteCapienza
{
    Massimale,
    Aderito,
    Riservato,
    AltreAdesioni,
}

/// <summary>Maps each kind of ledger row to its total.</summary>
public static class TotaliDeiMovimenti
{
    /// <summary>Returns the total to which a ledger row of this kind is added.</summary>
    public static ComponenteCapienza Totale(this TipoMovimento tipo) => tipo switch
    {
        TipoMovimento.Iniziale or TipoMovimento.Variazione => ComponenteCapienza.Massimale,
        TipoMovimento.AltreAdesioni => ComponenteCapienza.AltreAdesioni,
        TipoMovimento.Riserva or TipoMovimento.Rilascio or TipoMovimento.Conferma or TipoMovimento.FineConferma => ComponenteCapienza.Riservato,
        TipoMovimento.Adesione or TipoMovimento.AdesionePregressa or TipoMovimento.Correzione or TipoMovimento.Annullamento or TipoMovimento.Ripresa =>
            ComponenteCapienza.Aderito,
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };
}

/// <summary>A row of the ledger of a Lotto. It is written once and never changed or deleted, which database triggers enforce.</summary>
/// <remarks>The totals of <see cref="Capienza"/> are always the sums of these rows.</remarks>
public sealed class MovimentoCapienza
{
    private MovimentoCapienza() { }

    internal MovimentoCapienza(
        Guid lottoId,
        TipoMovimento tipo,
        Importo importo,
        DateTime utc,
        DatiAdesione? adesione,
        string? riferimento,
        AttoDiRiferimento? atto,
        DateOnly? dal)
    {
        LottoId = lottoId;
        Tipo = tipo;
        Importo = importo;
        Utc = utc;
        AggiudicazioneId = adesione?.AggiudicazioneId;
        EnteId = adesione?.EnteId;
        IdPartecipante = adesione?.IdPartecipante;
        Riferimento = riferimento;
        DataAtto = atto?.Data;
        Protocollo = atto?.Protocollo;
        RegistratoIl = RomeDay.Of(utc);
        Giorno = adesione?.Giorno ?? DataAtto ?? dal ?? RegistratoIl;
    }

    public Guid Id { get; private set; }

    public Guid LottoId { get; private set; }

    public TipoMovimento Tipo { get; private set; }

    /// <summary>The amount that the row adds to its total. It is negative where the total becomes smaller, as in a rilascio.</summary>
    public Importo Importo { get; private set; }

    public DateTime Utc { get; private set; }

    /// <summary>The Aggiudicazione that caused the row, or null for a communication or act of the Soggetto Aggregatore.</summary>
    public Guid? AggiudicazioneId { get; private set; }

    /// <summary>The Ente that adheres. Null when <see cref="AggiudicazioneId"/> is null.</summary>
    public Guid? EnteId { get; private set; }

    /// <summary>
    /// The party that the Lotto was awarded to and that the adhesion chose. A raggruppamento is one party. Null when
    /// <see cref="AggiudicazioneId"/> is null, empty when the scheda names no supplier.
    /// </summary>
    public Guid? IdPartecipante { get; private set; }

    /// <summary>
    /// The day on which the row takes effect: the day of the adhesion, or of the act or communication of the Soggetto Aggregatore. For the
    /// massimale at the start it is the first day on which an Ente may adhere.
    /// </summary>
    public DateOnly Giorno { get; private set; }

    /// <summary>The day in Rome on which the row was recorded, so that the ledger can be read as it was known on a day.</summary>
    public DateOnly RegistratoIl { get; private set; }

    /// <summary>The name of the act or communication behind the row, or the CIG of the adhesion. Null where there is neither.</summary>
    public string? Riferimento { get; private set; }

    /// <summary>
    /// The day of the act or communication of the Soggetto Aggregatore behind the row. Null when the row comes from an adhesion or sets the
    /// massimale at the start.
    /// </summary>
    public DateOnly? DataAtto { get; private set; }

    /// <summary>
    /// The protocol number of the act or communication of the Soggetto Aggregatore behind the row. Null when <see cref="DataAtto"/> is
    /// null.
    /// </summary>
    public string? Protocollo { get; private set; }
}

/// <summary>The adhesion behind a ledger row, as it stands when the row is written.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="IdPartecipante">The party that the adhesion chose among the suppliers of the Lotto.</param>
/// <param name="Giorno">The day of the atto by which the Ente adheres.</param>
public sealed record DatiAdesione(Guid AggiudicazioneId, Guid EnteId, Guid IdPartecipante, DateOnly Giorno);

/// <summary>
/// The act or communication of the Soggetto Aggregatore that explains a change of the massimale or of the altre adesioni.
/// </summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Descrizione">The name of the act, for example «Determinazione dirigenziale n. 123».</param>
public sealed record AttoDiRiferimento(string Descrizione, DateOnly Data, string Protocollo)
{
    public const int MaxDescrizione = 300;

    public const int MaxProtocollo = 100;
}
