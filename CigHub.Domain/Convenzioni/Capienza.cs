using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <summary>
/// The totals of a Lotto's ledger: massimale = aderito + riservato + altre adesioni + residuo. Each change gives the ledger row
/// that explains it.
/// </summary>
/// <remarks>
/// It has no version and is no part of the Lotto's, or every reservation would give a false conflict to whoever edits the Lotto;
/// the stored totals are compared when it is saved, so two reservations cannot take the same euro.
/// A reservation that does not fit is refused; a fact (a CIG already granted) is always recorded, and what it exceeds is
/// <see cref="SforamentoDaRegolarizzare"/>.
/// </remarks>
public sealed class Capienza
{
    private Capienza() { }

    public Capienza(Guid lottoId) => LottoId = lottoId;

    public Guid LottoId { get; private set; }

    public Importo Massimale { get; private set; }

    /// <summary>As the Convenzione was stipulated: what the fifth of an extension is reckoned on.</summary>
    public Importo MassimaleIniziale { get; private set; }

    public Importo Aderito { get; private set; }

    public Importo Riservato { get; private set; }

    public Importo AltreAdesioni { get; private set; }

    /// <summary>The day (at noon UTC) of the Soggetto Aggregatore's last communication of other Enti's adhesions; null: never, so the residuo is an estimate.</summary>
    public DateTime? AltreAdesioniAl { get; private set; }

    /// <summary>Facts exceed the massimale: the only state in which the residuo may be negative.</summary>
    public bool SforamentoDaRegolarizzare { get; private set; }

    public Importo Residuo => Massimale - Aderito - Riservato - AltreAdesioni;

    private Importo Quinto => Importo.DaCentesimi(MassimaleIniziale.Centesimi / 5);

    /// <summary>The massimale of the Convenzione's act.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero: a Lotto without a massimale is not one.</exception>
    public MovimentoCapienza Apri(Importo massimale, string riferimento, DateTime utc)
    {
        if (massimale <= Importo.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(massimale), massimale, "A massimale is above zero.");
        }

        Massimale += massimale;
        MassimaleIniziale += massimale;
        return Riga(TipoMovimento.Iniziale, massimale, utc, null, riferimento);
    }

    /// <summary>
    /// A communication of the Soggetto Aggregatore: a fact, recorded even when it exceeds. A negative amount corrects an earlier one.
    /// </summary>
    public Result<MovimentoCapienza> RegistraAltreAdesioni(Importo importo, AttoDiRiferimento atto, DateTime utc)
    {
        if (importo == Importo.Zero || AltreAdesioni + importo < Importo.Zero)
        {
            return new Error(
                "capienza.altre-adesioni",
                $"Le altre adesioni comunicate sono {AltreAdesioni:E}: scrivi un importo diverso da zero che non le porti sotto zero (con il meno si corregge una comunicazione precedente).",
                "Importo");
        }

        AltreAdesioni += importo;
        AltreAdesioniAl = Comunicate(atto.Data);
        return Riga(TipoMovimento.AltreAdesioni, importo, utc, null, atto.Descrizione, atto);
    }

    /// <summary>
    /// An act extends (or, negative, reduces) the massimale: the quinto d'obbligo only where the tender's documents foresee it, and together no
    /// more than a fifth of the massimale at the start (art. 120 c. 9 D.Lgs. 36/2023, art. 106 c. 12 D.Lgs. 50/2016). A reduction is a fact.
    /// </summary>
    public Result<MovimentoCapienza> VariaMassimale(Importo importo, bool quintoPrevisto, AttoDiRiferimento atto, DateTime utc)
    {
        if (importo == Importo.Zero || Massimale + importo <= Importo.Zero)
        {
            return new Error("capienza.variazione", $"Il massimale è {Massimale:E}: scrivi di quanto aumenta (o, con il meno, diminuisce); non può scendere a zero.", "Importo");
        }

        if (importo > Importo.Zero && !quintoPrevisto)
        {
            return new Error(
                "capienza.quinto-non-previsto",
                "Gli atti di gara di questa Convenzione non prevedono il quinto d'obbligo: se lo prevedono, correggi prima la Convenzione; altrimenti il massimale non si può estendere.",
                "Importo");
        }

        if (importo > Importo.Zero && importo > EstensionePossibile())
        {
            return new Error(
                "capienza.oltre-il-quinto",
                $"Il massimale iniziale è {MassimaleIniziale:E}: si può estendere in tutto di {Quinto:E} (un quinto), e così si arriverebbe a {Massimale - MassimaleIniziale + importo:E}. Riduci l'importo.",
                "Importo");
        }

        Massimale += importo;
        return Riga(TipoMovimento.Variazione, importo, utc, null, atto.Descrizione, atto);
    }

    /// <summary>How much of the fifth is left, extensions and reductions so far reckoned together.</summary>
    public Importo EstensionePossibile() => Quinto - (Massimale - MassimaleIniziale);

    /// <summary>An adhesion made before CigHub: a fact, recorded even when it exceeds.</summary>
    public MovimentoCapienza RegistraPregressa(Guid aggiudicazioneId, Importo importo, string cig, DateTime utc)
    {
        Aderito += importo;
        return Riga(TipoMovimento.AdesionePregressa, importo, utc, aggiudicazioneId, cig);
    }

    /// <summary>Takes an amount for a CIG that is about to be requested; refused when it does not fit.</summary>
    public Result<MovimentoCapienza> Riserva(Guid aggiudicazioneId, Importo importo, DateTime utc)
    {
        if (importo <= Importo.Zero)
        {
            return new Error("capienza.importo-non-positivo", "L'importo dell'adesione deve essere maggiore di zero: compila il quadro economico.");
        }

        if (importo > Residuo)
        {
            var residuo = Residuo > Importo.Zero ? Residuo : Importo.Zero;
            return new Error(
                "capienza.insufficiente",
                $"Sul Lotto restano {residuo:E} e questa adesione ne chiede {importo:E}: riduci l'importo, oppure chiedi al Soggetto Aggregatore un'estensione del massimale.");
        }

        Riservato += importo;
        return Riga(TipoMovimento.Riserva, importo, utc, aggiudicazioneId, null);
    }

    /// <summary>Gives back a reservation whose request ended without a CIG.</summary>
    public MovimentoCapienza Rilascia(Guid aggiudicazioneId, Importo importo, DateTime utc)
    {
        Riservato -= importo;
        return Riga(TipoMovimento.Rilascio, -importo, utc, aggiudicazioneId, null);
    }

    /// <summary>The CIG came back: what was reserved is now taken.</summary>
    public IReadOnlyList<MovimentoCapienza> Aderisci(Guid aggiudicazioneId, Importo importo, string cig, DateTime utc)
    {
        var rilascio = Rilascia(aggiudicazioneId, importo, utc);
        Aderito += importo;
        return [rilascio, Riga(TipoMovimento.Adesione, importo, utc, aggiudicazioneId, cig)];
    }

    /// <summary>A CIG that was granted although nothing had been reserved for it: a fact, recorded even when it exceeds.</summary>
    public MovimentoCapienza AderisciSenzaRiserva(Guid aggiudicazioneId, Importo importo, string cig, DateTime utc)
    {
        Aderito += importo;
        return Riga(TipoMovimento.Adesione, importo, utc, aggiudicazioneId, cig);
    }

    /// <summary>The portal accepted a CM1: the adhesion is of another amount. A fact, recorded even when it exceeds.</summary>
    /// <param name="aggiudicazioneId">Whose amount it is.</param>
    /// <param name="differenza">New less old; never zero.</param>
    /// <param name="cig">Its CIG Derivato.</param>
    /// <param name="utc">Now.</param>
    public MovimentoCapienza CorreggiAdesione(Guid aggiudicazioneId, Importo differenza, string cig, DateTime utc)
    {
        Aderito += differenza;
        return Riga(TipoMovimento.Correzione, differenza, utc, aggiudicazioneId, cig);
    }

    /// <summary>The portal accepted an ANN: what the adhesion took is free again.</summary>
    public MovimentoCapienza AnnullaAdesione(Guid aggiudicazioneId, Importo importo, string cig, DateTime utc)
    {
        Aderito -= importo;
        return Riga(TipoMovimento.Annullamento, -importo, utc, aggiudicazioneId, cig);
    }

    /// <summary>The last communication that there was: one that is entered late does not make the estimate older.</summary>
    private DateTime Comunicate(DateOnly giorno)
    {
        var data = giorno.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
        return AltreAdesioniAl is { } ultima && ultima > data ? ultima : data;
    }

    private MovimentoCapienza Riga(TipoMovimento tipo, Importo importo, DateTime utc, Guid? aggiudicazioneId, string? riferimento, AttoDiRiferimento? atto = null)
    {
        SforamentoDaRegolarizzare = Residuo < Importo.Zero;
        return new MovimentoCapienza(LottoId, tipo, importo, utc, aggiudicazioneId, riferimento, atto);
    }
}

/// <summary>The four sums of the rows of a Lotto's ledger: the totals that its <see cref="Capienza"/> must hold.</summary>
/// <remarks>Equality: by all members. Default: no row.</remarks>
public readonly record struct TotaliCapienza(Importo Massimale, Importo Aderito, Importo Riservato, Importo AltreAdesioni)
{
    /// <summary>The totals of a Capienza as they stand.</summary>
    public static TotaliCapienza Di(Capienza capienza) => new(capienza.Massimale, capienza.Aderito, capienza.Riservato, capienza.AltreAdesioni);

    /// <summary>The totals with one more row.</summary>
    public TotaliCapienza Con(MovimentoCapienza riga) => riga.Tipo.Totale() switch
    {
        TotaleCapienza.Massimale => this with { Massimale = Massimale + riga.Importo },
        TotaleCapienza.AltreAdesioni => this with { AltreAdesioni = AltreAdesioni + riga.Importo },
        TotaleCapienza.Riservato => this with { Riservato = Riservato + riga.Importo },
        _ => this with { Aderito = Aderito + riga.Importo },
    };
}
