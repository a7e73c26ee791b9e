using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <summary>
/// The totals of a Lotto's ledger: massimale = aderito + riservato + altre adesioni + residuo. Each change returns the ledger row that
/// explains it.
/// </summary>
/// <remarks>
/// It has no version and does not count for the Lotto's version, otherwise every riserva would give a false conflict to a user who
/// edits the Lotto. The stored totals are compared when it is saved, so two riserve cannot take the same euro. A riserva that does
/// not fit is refused. A fact (a CIG already granted) is always recorded, and <see cref="SforamentoDaRegolarizzare"/> then marks the
/// excess.
/// </remarks>
public sealed class Capienza
{
    private Capienza() { }

    public Capienza(Guid lottoId) => LottoId = lottoId;

    public Guid LottoId { get; private set; }

    public Importo Massimale { get; private set; }

    /// <summary>The massimale that the Convenzione was stipulated with. The quinto d'obbligo is a fifth of it.</summary>
    public Importo MassimaleIniziale { get; private set; }

    public Importo Aderito { get; private set; }

    public Importo Riservato { get; private set; }

    public Importo AltreAdesioni { get; private set; }

    /// <summary>
    /// The day (at noon UTC) of the Soggetto Aggregatore's last communication of the adhesions of other Enti. Null means that there was
    /// none yet, so that the residuo is an estimate.
    /// </summary>
    public DateTime? AltreAdesioniAl { get; private set; }

    /// <summary>Says whether recorded facts exceed the massimale. In no other case may the residuo be negative.</summary>
    public bool SforamentoDaRegolarizzare { get; private set; }

    public Importo Residuo => Massimale - Aderito - Riservato - AltreAdesioni;

    private Importo Quinto => Importo.DaCentesimi(MassimaleIniziale.Centesimi / 5);

    /// <summary>Sets the massimale of a new Lotto and returns the first row of its ledger.</summary>
    /// <param name="dal">The first day on which an Ente may adhere, from which the massimale holds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The massimale is not above zero.</exception>
    public MovimentoCapienza Apri(Importo massimale, string riferimento, DateOnly dal, DateTime utc)
    {
        if (massimale <= Importo.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(massimale), massimale, "A massimale is above zero.");
        }

        Massimale += massimale;
        MassimaleIniziale += massimale;
        return Riga(TipoMovimento.Iniziale, massimale, utc, null, riferimento, dal: dal);
    }

    /// <summary>
    /// Records the adhesions of Enti outside CigHub that the Soggetto Aggregatore communicates, and returns the ledger row. A communication
    /// is a fact, so it is recorded even when it exceeds the massimale. A negative amount corrects an earlier communication.
    /// </summary>
    public Result<MovimentoCapienza> RegistraAltreAdesioni(Importo importo, AttoDiRiferimento atto, DateTime utc)
    {
        if (importo == Importo.Zero || AltreAdesioni + importo < Importo.Zero)
        {
            return new Error(
                "capienza.altre-adesioni",
                $"Le adesioni comunicate da CMRC sono {AltreAdesioni:E}: scrivi un importo diverso da zero che non le porti sotto zero (con il meno si "
                + "corregge una comunicazione precedente).",
                "Importo");
        }

        AltreAdesioni += importo;
        AltreAdesioniAl = Comunicate(atto.Data);
        return Riga(TipoMovimento.AltreAdesioni, importo, utc, null, atto.Descrizione, atto);
    }

    /// <summary>
    /// Extends the massimale by an act, or reduces it by a negative amount, and returns the ledger row. An extension (quinto d'obbligo) is
    /// allowed only where the tender's documents foresee it, and all extensions together are at most a fifth of the initial massimale (art.
    /// 120 c. 9 D.Lgs. 36/2023, art. 106 c. 12 D.Lgs. 50/2016). A reduction is a fact and needs neither condition.
    /// </summary>
    public Result<MovimentoCapienza> VariaMassimale(Importo importo, bool quintoPrevisto, AttoDiRiferimento atto, DateTime utc)
    {
        if (importo == Importo.Zero || Massimale + importo <= Importo.Zero)
        {
            return new Error(
                "capienza.variazione",
                $"Il massimale è {Massimale:E}: scrivi di quanto aumenta (o, con il meno, diminuisce); non può scendere a zero.",
                "Importo");
        }

        if (importo > Importo.Zero && !quintoPrevisto)
        {
            return new Error(
                "capienza.quinto-non-previsto",
                "Gli atti di gara di questa Convenzione non prevedono il quinto d'obbligo: se lo prevedono, correggi prima la Convenzione; "
                + "altrimenti il massimale non si può estendere.",
                "Importo");
        }

        if (importo > Importo.Zero && importo > EstensionePossibile())
        {
            return new Error(
                "capienza.oltre-il-quinto",
                $"Il massimale iniziale è {MassimaleIniziale:E}: si può estendere in tutto di {Quinto:E} (un quinto), "
                + $"e così si arriverebbe a {Massimale - MassimaleIniziale + importo:E}. Riduci l'importo.",
                "Importo");
        }

        Massimale += importo;
        return Riga(TipoMovimento.Variazione, importo, utc, null, atto.Descrizione, atto);
    }

    /// <summary>Returns the part of the quinto d'obbligo that is still available after all extensions and reductions so far.</summary>
    public Importo EstensionePossibile() => Quinto - (Massimale - MassimaleIniziale);

    /// <summary>
    /// Records the amount of an adesione pregressa, and returns the ledger row. It is a fact, so it is recorded even when it exceeds the
    /// massimale.
    /// </summary>
    public MovimentoCapienza RegistraPregressa(DatiAdesione adesione, Importo importo, string cig, DateTime utc)
    {
        Aderito += importo;
        return Riga(TipoMovimento.AdesionePregressa, importo, utc, adesione, cig);
    }

    /// <summary>
    /// Reserves an amount for a CIG that is about to be requested, and returns the ledger row. Returns an error when the amount exceeds the
    /// residuo.
    /// </summary>
    /// <param name="confermato">The amount that the Affidamento's own conferma has just freed for this request. It fits, whatever the residuo,
    /// because it was held until now. Default: zero.</param>
    public Result<MovimentoCapienza> Riserva(DatiAdesione adesione, Importo importo, DateTime utc, Importo confermato = default)
    {
        if (importo <= Importo.Zero)
        {
            return new Error("capienza.importo-non-positivo", "L'importo dell'adesione deve essere maggiore di zero: compila il quadro economico.");
        }

        if (importo > Residuo && importo > confermato)
        {
            var residuo = Residuo > Importo.Zero ? Residuo : Importo.Zero;
            return new Error(
                "capienza.insufficiente",
                $"Sul Lotto restano {residuo:E} e questa adesione ne chiede {importo:E}: riduci l'importo, "
                + "oppure chiedi al Soggetto Aggregatore un'estensione del massimale.");
        }

        Riservato += importo;
        return Riga(TipoMovimento.Riserva, importo, utc, adesione, null);
    }

    /// <summary>
    /// Takes the amount of a conferma di capienza, and returns the ledger row. Returns an error when the amount exceeds the residuo, so that
    /// nobody is refused after the determina.
    /// </summary>
    /// <param name="adesione">The adhesion, with the day of the conferma.</param>
    /// <param name="giaTenuto">The amount that an earlier conferma of the same Affidamento holds and that the caller frees with this one.</param>
    public Result<MovimentoCapienza> Conferma(DatiAdesione adesione, Importo importo, Importo giaTenuto, AttoDiRiferimento atto, DateTime utc)
    {
        var libero = Residuo + giaTenuto;
        if (importo > libero)
        {
            var resta = libero > Importo.Zero ? libero : Importo.Zero;
            return new Error(
                "capienza.conferma-insufficiente",
                $"Sul Lotto restano {resta:E} e questa conferma è di {importo:E}: mancano {importo - libero:E}. Chiedi a CMRC di correggere la "
                + "conferma, oppure un'estensione del massimale.",
                "Importo");
        }

        Riservato += importo;
        return Riga(TipoMovimento.Conferma, importo, utc, adesione, atto.Descrizione, atto);
    }

    /// <summary>Frees an amount that a conferma di capienza holds, and returns the ledger row with the negative amount.</summary>
    /// <param name="perche">The reason, which the row shows: a request, the last day, a withdrawal.</param>
    public MovimentoCapienza FineConferma(DatiAdesione adesione, Importo importo, string perche, DateTime utc)
    {
        Riservato -= importo;
        return Riga(TipoMovimento.FineConferma, -importo, utc, adesione, perche);
    }

    /// <summary>
    /// Takes the amount of a conferma again, because its request ended without a CIG, and returns the ledger row. It always fits, because the
    /// request held at least as much until now, or because the caller takes only what is left.
    /// </summary>
    public MovimentoCapienza RiprendiConferma(DatiAdesione adesione, Importo importo, DateTime utc)
    {
        Riservato += importo;
        return Riga(TipoMovimento.Conferma, importo, utc, adesione, "Conferma tornata in vigore");
    }

    /// <summary>Returns the error for a request that needs more than its conferma and the residuo together, or null when it fits.</summary>
    public Error? OltreLaConferma(Importo confermato, Importo chiesto)
    {
        var residuo = Residuo > Importo.Zero ? Residuo : Importo.Zero;
        return chiesto <= confermato || chiesto <= confermato + Residuo
            ? null
            : new Error(
                "capienza.insufficiente",
                $"CMRC ha confermato {confermato:E} e sul Lotto restano {residuo:E}; questa adesione ne chiede {chiesto:E}: riduci l'importo, "
                + "oppure chiedi a CMRC una nuova conferma o un'estensione del massimale.");
    }

    /// <summary>Releases the riserva of a request that has ended, and returns the ledger row with the negative amount.</summary>
    public MovimentoCapienza Rilascia(DatiAdesione adesione, Importo importo, DateTime utc)
    {
        Riservato -= importo;
        return Riga(TipoMovimento.Rilascio, -importo, utc, adesione, null);
    }

    /// <summary>
    /// Turns a riserva into an adhesion when the CIG is granted, and returns the two ledger rows: the release and the adhesion.
    /// </summary>
    public IReadOnlyList<MovimentoCapienza> Aderisci(DatiAdesione adesione, Importo importo, string cig, DateTime utc)
    {
        var rilascio = Rilascia(adesione, importo, utc);
        Aderito += importo;
        return [rilascio, Riga(TipoMovimento.Adesione, importo, utc, adesione, cig)];
    }

    /// <summary>
    /// Records the amount of a CIG that was granted without a riserva, and returns the ledger row. It is a fact, so it is recorded even
    /// when it exceeds the massimale.
    /// </summary>
    public MovimentoCapienza AderisciSenzaRiserva(DatiAdesione adesione, Importo importo, string cig, DateTime utc)
    {
        Aderito += importo;
        return Riga(TipoMovimento.Adesione, importo, utc, adesione, cig);
    }

    /// <summary>
    /// Corrects the amount of an adhesion after the portal accepted a CM1, and returns the ledger row. The acceptance is a fact, so it is
    /// recorded even when the new amount exceeds the massimale.
    /// </summary>
    /// <param name="adesione">The adhesion whose amount changes.</param>
    /// <param name="differenza">The new amount less the old one, never zero.</param>
    /// <param name="cig">The CIG Derivato of the adhesion.</param>
    /// <param name="utc">The current instant, UTC.</param>
    public MovimentoCapienza CorreggiAdesione(DatiAdesione adesione, Importo differenza, string cig, DateTime utc)
    {
        Aderito += differenza;
        return Riga(TipoMovimento.Correzione, differenza, utc, adesione, cig);
    }

    /// <summary>
    /// Frees the amount of an adhesion after the portal accepted an ANN, and returns the ledger row with the negative amount.
    /// </summary>
    public MovimentoCapienza AnnullaAdesione(DatiAdesione adesione, Importo importo, string cig, DateTime utc)
    {
        Aderito -= importo;
        return Riga(TipoMovimento.Annullamento, -importo, utc, adesione, cig);
    }

    /// <summary>
    /// Takes the amount of an adhesion again after its ANN was taken back, and returns the ledger row. Returns an error when the amount
    /// exceeds the residuo, because meanwhile others may have taken it.
    /// </summary>
    public Result<MovimentoCapienza> RiprendiAdesione(DatiAdesione adesione, Importo importo, string cig, DateTime utc)
    {
        if (importo > Residuo)
        {
            var residuo = Residuo > Importo.Zero ? Residuo : Importo.Zero;
            return new Error(
                "capienza.ripresa",
                $"Sul Lotto restano {residuo:E} e questa adesione ne riprende {importo:E}: mancano {importo - Residuo:E}. Chiedi al Soggetto "
                + "Aggregatore un'estensione del massimale di almeno quanto manca, poi registra di nuovo il ritiro; finché non è registrato, qui "
                + "l'affidamento resta annullato.");
        }

        Aderito += importo;
        return Riga(TipoMovimento.Ripresa, importo, utc, adesione, cig);
    }

    /// <summary>
    /// Returns the instant to store as that of the last communication of other adhesions: the given day at noon UTC, or the stored instant
    /// when it is later. A communication that is entered late does not make the data look older.
    /// </summary>
    private DateTime Comunicate(DateOnly giorno)
    {
        var data = giorno.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
        return AltreAdesioniAl is { } ultima && ultima > data ? ultima : data;
    }

    private MovimentoCapienza Riga(
        TipoMovimento tipo, Importo importo, DateTime utc, DatiAdesione? adesione, string? riferimento, AttoDiRiferimento? atto = null,
        DateOnly? dal = null)
    {
        SforamentoDaRegolarizzare = Residuo < Importo.Zero;
        return new MovimentoCapienza(LottoId, tipo, importo, utc, adesione, riferimento, atto, dal);
    }
}

/// <summary>The four sums of the rows of a Lotto's ledger. They must equal the totals of its <see cref="Capienza"/>.</summary>
/// <remarks>Equality: by all members. Default: the sums of a ledger without rows.</remarks>
public readonly record struct TotaliCapienza(Importo Massimale, Importo Aderito, Importo Riservato, Importo AltreAdesioni)
{
    /// <summary>Returns the four totals that a <see cref="Capienza"/> stores, for the comparison with its ledger.</summary>
    public static TotaliCapienza DiCapienza(Capienza capienza) => new(capienza.Massimale, capienza.Aderito, capienza.Riservato, capienza.AltreAdesioni);

    /// <summary>Returns these totals with the amount of one more ledger row added to the total to which its kind belongs.</summary>
    public TotaliCapienza ConMovimento(MovimentoCapienza riga) => riga.Tipo.Totale() switch
    {
        ComponenteCapienza.Massimale => this with { Massimale = Massimale + riga.Importo },
        ComponenteCapienza.AltreAdesioni => this with { AltreAdesioni = AltreAdesioni + riga.Importo },
        ComponenteCapienza.Riservato => this with { Riservato = Riservato + riga.Importo },
        _ => this with { Aderito = Aderito + riga.Importo },
    };
}
