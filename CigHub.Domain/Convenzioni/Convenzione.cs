using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <summary>The code of public contracts that governs a Convenzione. It depends on the date of the bando.</summary>
public enum DisciplinaApplicabile
{
    /// <summary>D.Lgs. 50/2016, for a bando before 1/7/2023.</summary>
    Dlgs50Del2016 = 1,

    /// <summary>D.Lgs. 36/2023, for a bando from 1/7/2023 on (that day included).</summary>
    Dlgs36Del2023 = 2,
}

/// <summary>
/// The part of an adhesion's amount that erodes the massimale. The net amount with the security costs always does. Options do when the
/// Convenzione says so.
/// </summary>
public enum ErosioneMassimale
{
    NettoConSicurezza = 1,
    NettoConSicurezzaEOpzioni = 2,
}

/// <summary>A framework agreement that the Soggetto Aggregatore stipulated and to which Enti adhere, Lotto by Lotto.</summary>
public sealed partial class Convenzione : Aggregate
{
    public const int MaxTitolo = 300;

    /// <summary>The longest duration of an Affidamento's contract that can be set, in months.</summary>
    public const int MaxDurataMesi = 240;

    /// <summary>The last day of publication, inclusive, of a bando that ANAC's description of AD4 covers.</summary>
    public static readonly DateOnly UltimoBandoDescrittoPerAd4 = new(2023, 12, 31);

    /// <summary>The first day of publication of a bando to which D.Lgs. 36/2023 applies (its art. 226 c. 2).</summary>
    public static readonly DateOnly PrimoBandoDelDlgs36 = new(2023, 7, 1);

    private Convenzione() { }

    /// <exception cref="ArgumentException">The data contradict themselves: see <see cref="DatiConvenzione.Controlla"/>.</exception>
    public Convenzione(Guid id, DatiConvenzione dati)
    {
        if (dati.Controlla() is { IsSuccess: false } no)
        {
            throw new ArgumentException(no.Errors[0].Message, nameof(dati));
        }

        Id = id;
        Riscrivi(dati);
    }

    public string Titolo { get; private set; } = "";

    public DisciplinaApplicabile Disciplina { get; private set; }

    public DateOnly DataBando { get; private set; }

    /// <summary>The first day on which an Ente may adhere.</summary>
    public DateOnly AdesioniDal { get; private set; }

    /// <summary>The last day on which an Ente may adhere, inclusive. The contract of an Affidamento may end long after it.</summary>
    public DateOnly AdesioniAl { get; private set; }

    /// <summary>Says whether an adhesion needs a confronto competitivo among the suppliers. AD4 is then the wrong scheda.</summary>
    public bool ConfrontoCompetitivo { get; private set; }

    public ErosioneMassimale Erosione { get; private set; }

    /// <summary>The amount below which the supplier refuses an adhesion. Null means that there is no minimum.</summary>
    public Importo? OrdineMinimo { get; private set; }

    /// <summary>The longest duration of an Affidamento's contract, in months. Null means that none is set.</summary>
    public int? DurataMassimaMesi { get; private set; }

    /// <summary>Says whether the tender's documents foresee options or renewals.</summary>
    public bool OpzioniPreviste { get; private set; }

    /// <summary>
    /// Says whether the tender's documents foresee the quinto d'obbligo (art. 120 c. 9 D.Lgs. 36/2023, art. 106 c. 12 D.Lgs. 50/2016).
    /// </summary>
    public bool QuintoPrevisto { get; private set; }

    /// <summary>
    /// The soglia di approvazione: an Affidamento with a larger amount needs the approval of somebody other than its author and RUP. Null
    /// means that no amount needs one.
    /// </summary>
    public Importo? SogliaApprovazione { get; private set; }

    /// <summary>
    /// The last day of validity, inclusive, of a declaration that there is no conflict of interest, set by the office. Null means the day
    /// of <see cref="AdesioniAl"/>.
    /// </summary>
    public DateOnly? DichiarazioniAl { get; private set; }

    /// <summary>
    /// The criterion by which an Ente chooses among several suppliers of a Lotto, as the tender's documents foresee it. Null when the office
    /// has not set it, or when every Lotto has one supplier.
    /// </summary>
    public CriterioFornitore? CriterioFornitori { get; private set; }

    /// <summary>The thresholds of its own by which the spending on it is watched.</summary>
    public SoglieScelte Soglie { get; private set; } = new();

    /// <summary>
    /// The first day on which no Ente may adhere any more, even if <see cref="AdesioniAl"/> is later. Null while the Convenzione is open.
    /// </summary>
    public DateOnly? ChiusaDal { get; private set; }

    /// <summary>Returns the last day for adhesions: that of the Convenzione, or the day before an earlier closing of it or of the Lotto.</summary>
    /// <param name="chiusaDal">The first day on which the Convenzione is closed. Null while it is open.</param>
    /// <param name="lottoChiusoDal">The first day on which the Lotto is closed. Null while it is open, or for the Convenzione as a whole.</param>
    public static DateOnly UltimoGiorno(DateOnly adesioniAl, DateOnly? chiusaDal, DateOnly? lottoChiusoDal) =>
        new[] { adesioniAl, chiusaDal?.AddDays(-1) ?? adesioniAl, lottoChiusoDal?.AddDays(-1) ?? adesioniAl }.Min();

    public bool BandoSuccessivoAllaDescrizioneAd4 => DataBando > UltimoBandoDescrittoPerAd4;

    /// <summary>Says whether an adhesion of this amount needs an approval. An amount equal to the threshold does not.</summary>
    public bool RichiedeApprovazione(Importo importo) => SogliaApprovazione is { } soglia && importo > soglia;

    /// <summary>
    /// Says whether two amounts lie on different sides of one of the Convenzione's thresholds, which are the soglia di approvazione and the
    /// minimum order.
    /// </summary>
    public bool HaUnaSogliaTra(Importo uno, Importo altro) =>
        RichiedeApprovazione(uno) != RichiedeApprovazione(altro) || AmmetteImporto(uno).IsSuccess != AmmetteImporto(altro).IsSuccess;

    /// <summary>
    /// Returns the last day of validity, inclusive, of a declaration about conflicts of interest made on the given day: the day that the
    /// office set, or the day of the declaration itself when that is later.
    /// </summary>
    public DateOnly DichiarazioneValidaAl(DateOnly fatta) => (DichiarazioniAl ?? AdesioniAl) is var al && al < fatta ? fatta : al;

    public Result Modifica(DatiConvenzione dati)
    {
        var controllo = dati.Controlla();
        if (controllo.IsSuccess)
        {
            Riscrivi(dati);
        }

        return controllo;
    }

    public Result Chiudi(DateOnly dal)
    {
        if (ChiusaDal is not null)
        {
            return new Error("convenzione.gia-chiusa", "Questa Convenzione è già chiusa: ricarica la pagina per vedere da quando.");
        }

        ChiusaDal = dal;
        return Result.Ok;
    }

    public Result Riapri()
    {
        if (ChiusaDal is null)
        {
            return new Error("convenzione.aperta", "Questa Convenzione non è chiusa: ricarica la pagina.");
        }

        ChiusaDal = null;
        return Result.Ok;
    }

    /// <summary>
    /// Checks that AD4 is the right scheda for an adhesion. With a confronto competitivo it never is. For a bando after 31/12/2023, ANAC's
    /// list and ANAC's answers disagree (npa 2812, 1535), so the user must give a reason, which goes into the registro.
    /// </summary>
    public Result AmmetteAd4(string? motivoBandoSuccessivo)
    {
        if (ConfrontoCompetitivo)
        {
            return new Error(
                "ad4.confronto-competitivo",
                "Questa Convenzione prevede un confronto competitivo: la scheda AD4 non si applica. Usa sul portale la scheda P6_2 (contratti), "
                + "P6_1 (concessioni) o P3_3.");
        }

        if (BandoSuccessivoAllaDescrizioneAd4 && string.IsNullOrWhiteSpace(motivoBandoSuccessivo))
        {
            return new Error(
                "ad4.bando-successivo",
                $"La descrizione ANAC di AD4 cita i bandi pubblicati entro il 31/12/2023; questo è del {DataBando:dd'/'MM'/'yyyy}: "
                + "conferma con il Soggetto Aggregatore e indica il motivo.",
                "MotivoBandoSuccessivo");
        }

        return Result.Ok;
    }

    /// <summary>
    /// Checks that the Convenzione is open, so that a new adhesion may begin. In a closed one only the adhesions under way may go on.
    /// </summary>
    public Result AmmetteNuoveAdesioni() => ChiusaDal is { } dal
        ? new Error("convenzione.chiusa", $"Questa Convenzione è chiusa dal {dal:dd'/'MM'/'yyyy}: non si può più aderire. Scegli un altro Lotto.")
        : Result.Ok;

    /// <summary>
    /// Checks that the Data di adesione lies between <see cref="AdesioniDal"/> and <see cref="AdesioniAl"/>, both inclusive. The end of the
    /// contract is not checked.
    /// </summary>
    public Result AmmetteAdesioneIl(DateOnly giorno) => giorno >= AdesioniDal && giorno <= AdesioniAl
        ? Result.Ok
        : new Error(
            "convenzione.fuori-finestra",
            $"La data di adesione è fuori dal periodo in cui si può aderire (dal {AdesioniDal:dd'/'MM'/'yyyy} al {AdesioniAl:dd'/'MM'/'yyyy}): "
            + "correggi la data, o chiedi al Soggetto Aggregatore se la Convenzione è stata prorogata.",
            "anacForm/appalto/dataAdesione");

    /// <summary>
    /// Checks the day on which a Lotto was awarded: not before the day of the bando and not after today. A Lotto that is not awarded yet
    /// accepts no adhesion (ANAC's ERR98).
    /// </summary>
    public Result AmmetteAggiudicazioneIl(DateOnly giorno, DateOnly oggi) => giorno >= DataBando && giorno <= oggi
        ? Result.Ok
        : new Error(
            "lotto.data-aggiudicazione",
            $"Un Lotto si aggiudica dopo il bando (qui del {DataBando:dd'/'MM'/'yyyy}) e non oltre oggi: correggi la data di aggiudicazione, "
            + "o la data del bando nella Convenzione.",
            nameof(CaratteristicheLotto.DataAggiudicazione));

    /// <summary>
    /// Checks that the amount of an adhesion is not below the minimum order. The supplier refuses an adhesion below it, and its CIG would
    /// be useless.
    /// </summary>
    public Result AmmetteImporto(Importo importo) => OrdineMinimo is { } minimo && importo < minimo
        ? new Error(
            "convenzione.sotto-ordine-minimo",
            $"L'importo dell'adesione ({importo:E}) è sotto l'ordine minimo della Convenzione ({minimo:E}): aumentalo, o chiedi al Soggetto Aggregatore.")
        : Result.Ok;

    private void Riscrivi(DatiConvenzione dati)
    {
        Titolo = dati.Titolo;
        Disciplina = dati.Disciplina;
        DataBando = dati.DataBando;
        AdesioniDal = dati.AdesioniDal;
        AdesioniAl = dati.AdesioniAl;
        ConfrontoCompetitivo = dati.ConfrontoCompetitivo;
        Erosione = dati.Erosione;
        OrdineMinimo = dati.OrdineMinimo;
        DurataMassimaMesi = dati.DurataMassimaMesi;
        OpzioniPreviste = dati.OpzioniPreviste;
        QuintoPrevisto = dati.QuintoPrevisto;
        SogliaApprovazione = dati.SogliaApprovazione;
        DichiarazioniAl = dati.DichiarazioniAl;
        CriterioFornitori = dati.CriterioFornitori;
        Soglie = dati.Soglie ?? new SoglieScelte();
    }
}

/// <summary>The data of a Convenzione that a user types into its form, checked and saved together.</summary>
/// <remarks>Equality: by all members.</remarks>
public sealed record DatiConvenzione(
    string Titolo,
    DisciplinaApplicabile Disciplina,
    DateOnly DataBando,
    DateOnly AdesioniDal,
    DateOnly AdesioniAl,
    bool ConfrontoCompetitivo,
    ErosioneMassimale Erosione,
    Importo? OrdineMinimo = null,
    int? DurataMassimaMesi = null,
    bool OpzioniPreviste = false,
    bool QuintoPrevisto = false,
    Importo? SogliaApprovazione = null,
    DateOnly? DichiarazioniAl = null,
    CriterioFornitore? CriterioFornitori = null,
    SoglieScelte? Soglie = null)
{
    /// <summary>Checks that the data do not contradict one another. Each error names the member that it concerns.</summary>
    public Result Controlla()
    {
        var errori = new List<Error>();
        if (AdesioniAl < AdesioniDal)
        {
            errori.Add(new Error(
                "convenzione.finestra-rovesciata",
                "L'ultimo giorno per aderire viene prima del primo: correggi una delle due date.",
                nameof(AdesioniAl)));
        }

        if (AdesioniDal < DataBando)
        {
            errori.Add(new Error(
                "convenzione.finestra-prima-del-bando",
                "Non si può aderire prima del bando: correggi la data del bando o il primo giorno per aderire.",
                nameof(AdesioniDal)));
        }

        if ((Disciplina == DisciplinaApplicabile.Dlgs36Del2023) != (DataBando >= Convenzione.PrimoBandoDelDlgs36))
        {
            errori.Add(new Error(
                "convenzione.disciplina",
                "La disciplina non va d'accordo con la data del bando: i bandi prima del 1/7/2023 sono sotto il D.Lgs. 50/2016, "
                + "gli altri sotto il D.Lgs. 36/2023.",
                nameof(Disciplina)));
        }

        if (OrdineMinimo is { } minimo && minimo <= Importo.Zero)
        {
            errori.Add(new Error(
                "convenzione.ordine-minimo",
                "L'ordine minimo deve essere maggiore di zero: se non c'è, lascia vuoto il campo.",
                nameof(OrdineMinimo)));
        }

        if (SogliaApprovazione is { } soglia && soglia < Importo.Zero)
        {
            errori.Add(new Error(
                "convenzione.soglia-approvazione",
                "La soglia di approvazione non può essere negativa: scrivi 0,00 perché ogni affidamento sia approvato, "
                + "o lascia vuoto il campo perché nessuno lo sia.",
                nameof(SogliaApprovazione)));
        }

        if (DurataMassimaMesi is < 1 or > Convenzione.MaxDurataMesi)
        {
            errori.Add(new Error(
                "convenzione.durata-massima",
                $"La durata massima va da 1 a {Convenzione.MaxDurataMesi} mesi: se non c'è, lascia vuoto il campo.",
                nameof(DurataMassimaMesi)));
        }

        errori.AddRange(Soglie?.Controlla() ?? []);
        return errori.Count == 0 ? Result.Ok : Result.Refused(errori);
    }
}
