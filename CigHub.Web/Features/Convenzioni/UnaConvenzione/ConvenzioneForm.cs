using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Convenzioni.UnaConvenzione;

/// <summary>Form of a Convenzione. Each field has the text as the user typed it.</summary>
public sealed class ConvenzioneForm : IForm
{
    public string? Titolo { get; set; }

    public string? Disciplina { get; set; }

    public string? DataBando { get; set; }

    public string? AdesioniDal { get; set; }

    public string? AdesioniAl { get; set; }

    public string? ConfrontoCompetitivo { get; set; }

    public string? Erosione { get; set; }

    public string? OrdineMinimo { get; set; }

    public string? DurataMassimaMesi { get; set; }

    public string? OpzioniPreviste { get; set; }

    public string? QuintoPrevisto { get; set; }

    public string? SogliaApprovazione { get; set; }

    public string? DichiarazioniAl { get; set; }

    public string? CriterioFornitori { get; set; }

    public string? MesiPerLaGara { get; set; }

    public string? ResiduoBasso { get; set; }

    public string? ResiduoMedio { get; set; }

    public string? ResiduoMinimo { get; set; }

    public string? GiorniBloccata { get; set; }

    public string? GiorniBloccataLunga { get; set; }

    public string? GiorniComunicazione { get; set; }

    public static ConvenzioneForm Of(Convenzione c) => new()
    {
        Titolo = c.Titolo,
        Disciplina = c.Disciplina.ToString(),
        DataBando = RomeTime.Text(c.DataBando),
        AdesioniDal = RomeTime.Text(c.AdesioniDal),
        AdesioniAl = RomeTime.Text(c.AdesioniAl),
        ConfrontoCompetitivo = Tick(c.ConfrontoCompetitivo),
        Erosione = c.Erosione.ToString(),
        OrdineMinimo = c.OrdineMinimo?.ToString(),
        DurataMassimaMesi = c.DurataMassimaMesi?.ToString(CultureInvariante),
        OpzioniPreviste = Tick(c.OpzioniPreviste),
        QuintoPrevisto = Tick(c.QuintoPrevisto),
        SogliaApprovazione = c.SogliaApprovazione?.ToString(),
        DichiarazioniAl = c.DichiarazioniAl is { } al ? RomeTime.Text(al) : null,
        CriterioFornitori = c.CriterioFornitori?.ToString(),
        MesiPerLaGara = c.Soglie.MesiPerLaGara?.ToString(CultureInvariante),
        ResiduoBasso = c.Soglie.ResiduoBasso?.ToString(CultureInvariante),
        ResiduoMedio = c.Soglie.ResiduoMedio?.ToString(CultureInvariante),
        ResiduoMinimo = c.Soglie.ResiduoMinimo?.ToString(CultureInvariante),
        GiorniBloccata = c.Soglie.GiorniBloccata?.ToString(CultureInvariante),
        GiorniBloccataLunga = c.Soglie.GiorniBloccataLunga?.ToString(CultureInvariante),
        GiorniComunicazione = c.Soglie.GiorniComunicazione?.ToString(CultureInvariante),
    };

    public Result<DatiConvenzione> Read()
    {
        var reader = new FormReader();
        var titolo = reader.Text(nameof(Titolo), Titolo, Convenzione.MaxTitolo, "Scrivi il titolo della Convenzione, come sta nel contratto.");
        var disciplina = reader.Choice<DisciplinaApplicabile>(nameof(Disciplina), Disciplina, "Scegli la disciplina: dipende dalla data del bando.");
        var bando = reader.Date(nameof(DataBando), DataBando);
        var dal = reader.Date(nameof(AdesioniDal), AdesioniDal);
        var al = reader.Date(nameof(AdesioniAl), AdesioniAl);
        var erosione = reader.Choice<ErosioneMassimale>(nameof(Erosione), Erosione, "Scegli che cosa di un'adesione consuma il massimale.");
        var minimo = reader.OptionalImporto(nameof(OrdineMinimo), OrdineMinimo);
        var durata = reader.OptionalInteger(nameof(DurataMassimaMesi), DurataMassimaMesi);
        var soglia = reader.OptionalImporto(nameof(SogliaApprovazione), SogliaApprovazione);
        var dichiarazioni = reader.OptionalDate(nameof(DichiarazioniAl), DichiarazioniAl);
        var criterio = string.IsNullOrWhiteSpace(CriterioFornitori)
            ? (CriterioFornitore?)null
            : reader.Choice<CriterioFornitore>(nameof(CriterioFornitori), CriterioFornitori, "Scegli uno dei criteri dell'elenco.");
        var soglie = new SoglieScelte(
            Threshold(nameof(MesiPerLaGara), MesiPerLaGara), Threshold(nameof(ResiduoBasso), ResiduoBasso), Threshold(nameof(ResiduoMedio), ResiduoMedio),
            Threshold(nameof(ResiduoMinimo), ResiduoMinimo), Threshold(nameof(GiorniBloccata), GiorniBloccata),
            Threshold(nameof(GiorniBloccataLunga), GiorniBloccataLunga), Threshold(nameof(GiorniComunicazione), GiorniComunicazione));
        var letti = reader.Outcome(() => new DatiConvenzione(
            titolo, disciplina, bando, dal, al, ConfrontoCompetitivo == InputField.Yes, erosione, minimo, durata,
            OpzioniPreviste == InputField.Yes, QuintoPrevisto == InputField.Yes, soglia, dichiarazioni, criterio, soglie));
        return letti.TryGet(out var dati) && dati.Controlla() is { IsSuccess: false } no ? Result<DatiConvenzione>.Refused(no.Errors) : letti;

        int? Threshold(string name, string? text) => reader.OptionalInteger(name, text);
    }

    public IReadOnlyList<FormValue> Values() =>
    [
        new(nameof(Titolo), "Titolo", Titolo ?? ""),
        new(nameof(DataBando), "Data del bando", DataBando ?? ""),
        new(nameof(Disciplina), "Disciplina applicabile", Enum.TryParse<DisciplinaApplicabile>(Disciplina, out var d) ? d.Word() : ""),
        new(nameof(AdesioniDal), "Primo giorno per aderire", AdesioniDal ?? ""),
        new(nameof(AdesioniAl), "Ultimo giorno per aderire", AdesioniAl ?? ""),
        new(nameof(ConfrontoCompetitivo), "Confronto competitivo", SiNo(ConfrontoCompetitivo)),
        new(nameof(Erosione), "Che cosa consuma il massimale", Enum.TryParse<ErosioneMassimale>(Erosione, out var e) ? e.Word() : ""),
        new(nameof(OrdineMinimo), "Ordine minimo", OrdineMinimo ?? ""),
        new(nameof(DurataMassimaMesi), "Durata massima in mesi", DurataMassimaMesi ?? ""),
        new(nameof(OpzioniPreviste), "Opzioni o rinnovi previsti", SiNo(OpzioniPreviste)),
        new(nameof(QuintoPrevisto), "Quinto d'obbligo previsto", SiNo(QuintoPrevisto)),
        new(nameof(SogliaApprovazione), "Soglia di approvazione", SogliaApprovazione ?? ""),
        new(nameof(DichiarazioniAl), "Dichiarazioni sui conflitti valide fino al", DichiarazioniAl ?? ""),
        new(nameof(CriterioFornitori), "Scelta tra più fornitori", Enum.TryParse<CriterioFornitore>(CriterioFornitori, out var c) ? c.Word() : ""),
        new(nameof(MesiPerLaGara), "Mesi per la nuova gara", MesiPerLaGara ?? ""),
        new(nameof(ResiduoBasso), "Residuo, primo avviso sotto il %", ResiduoBasso ?? ""),
        new(nameof(ResiduoMedio), "Residuo, secondo avviso sotto il %", ResiduoMedio ?? ""),
        new(nameof(ResiduoMinimo), "Residuo, avviso urgente sotto il %", ResiduoMinimo ?? ""),
        new(nameof(GiorniBloccata), "Capienza bloccata, primo avviso dopo giorni", GiorniBloccata ?? ""),
        new(nameof(GiorniBloccataLunga), "Capienza bloccata, secondo avviso dopo giorni", GiorniBloccataLunga ?? ""),
        new(nameof(GiorniComunicazione), "Senza comunicazioni di CMRC, avviso dopo giorni", GiorniComunicazione ?? ""),
    ];

    private static IFormatProvider CultureInvariante => System.Globalization.CultureInfo.InvariantCulture;

    private static string Tick(bool valore) => valore ? InputField.Yes : "";

    private static string SiNo(string? spunta) => spunta == InputField.Yes ? "Sì" : "No";
}
