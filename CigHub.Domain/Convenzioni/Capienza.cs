using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <summary>
/// The totals of a Lotto's ledger: massimale = aderito + riservato + altre adesioni + residuo. Each change gives the ledger row
/// that explains it.
/// </summary>
/// <remarks>
/// It has no version of its own beside the Lotto's, or every reservation would give a false conflict to whoever edits the Lotto;
/// the stored totals are compared when it is saved, so two reservations cannot take the same euro.
/// A reservation that does not fit is refused; a fact (a CIG already granted) is always recorded, and what it exceeds is
/// <see cref="SforamentoDaRegolarizzare"/>.
/// </remarks>
public sealed class Capienza : IParteDi
{
    private Capienza() { }

    public Capienza(Guid lottoId) => LottoId = lottoId;

    public Guid LottoId { get; private set; }

    public Importo Massimale { get; private set; }

    public Importo Aderito { get; private set; }

    public Importo Riservato { get; private set; }

    public Importo AltreAdesioni { get; private set; }

    /// <summary>When the Soggetto Aggregatore last told the adhesions of other Enti; null: never, so the residuo is an estimate.</summary>
    public DateTime? AltreAdesioniAl { get; private set; }

    /// <summary>Facts exceed the massimale: the only state in which the residuo may be negative.</summary>
    public bool SforamentoDaRegolarizzare { get; private set; }

    public Importo Residuo => Massimale - Aderito - Riservato - AltreAdesioni;

    Guid IParteDi.RadiceId => LottoId;

    /// <summary>The massimale of the Convenzione's act.</summary>
    public MovimentoCapienza Apri(Importo massimale, string riferimento, DateTime utc)
    {
        Massimale += massimale;
        return Riga(TipoMovimento.Iniziale, massimale, utc, null, riferimento);
    }

    /// <summary>A communication of the Soggetto Aggregatore: a fact, recorded even when it exceeds.</summary>
    public MovimentoCapienza RegistraAltreAdesioni(Importo importo, string riferimento, DateTime utc)
    {
        AltreAdesioni += importo;
        AltreAdesioniAl = utc;
        return Riga(TipoMovimento.AltreAdesioni, importo, utc, null, riferimento);
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

    private MovimentoCapienza Riga(TipoMovimento tipo, Importo importo, DateTime utc, Guid? aggiudicazioneId, string? riferimento)
    {
        SforamentoDaRegolarizzare = Residuo < Importo.Zero;
        return new MovimentoCapienza(LottoId, tipo, importo, utc, aggiudicazioneId, riferimento);
    }
}
