using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <summary>The code of public contracts that governs a Convenzione, by the date of its notice (bando).</summary>
public enum DisciplinaApplicabile
{
    /// <summary>D.Lgs. 50/2016: notices before 1/7/2023.</summary>
    Dlgs50Del2016 = 1,

    /// <summary>D.Lgs. 36/2023.</summary>
    Dlgs36Del2023 = 2,
}

/// <summary>What of an adhesion erodes the massimale: always net with security; options by what the Convenzione says.</summary>
public enum ErosioneMassimale
{
    NettoConSicurezza = 1,
    NettoConSicurezzaEOpzioni = 2,
}

/// <summary>A framework agreement that the Soggetto Aggregatore stipulated and to which Enti adhere, Lotto by Lotto.</summary>
public sealed class Convenzione : Aggregato
{
    /// <summary>Longest title.</summary>
    public const int MaxTitolo = 300;

    /// <summary>ANAC's list says that AD4 holds for notices published up to this day.</summary>
    public static readonly DateOnly UltimoBandoDescrittoPerAd4 = new(2023, 12, 31);

    private Convenzione() { }

    public Convenzione(
        Guid id,
        string titolo,
        DisciplinaApplicabile disciplina,
        DateOnly dataBando,
        DateOnly adesioniDal,
        DateOnly adesioniAl,
        bool confrontoCompetitivo,
        ErosioneMassimale erosione)
    {
        if (adesioniAl < adesioniDal)
        {
            throw new ArgumentException("The window of adhesion ends before it begins.", nameof(adesioniAl));
        }

        Id = id;
        Titolo = titolo;
        Disciplina = disciplina;
        DataBando = dataBando;
        AdesioniDal = adesioniDal;
        AdesioniAl = adesioniAl;
        ConfrontoCompetitivo = confrontoCompetitivo;
        Erosione = erosione;
    }

    public string Titolo { get; private set; } = "";

    public DisciplinaApplicabile Disciplina { get; private set; }

    public DateOnly DataBando { get; private set; }

    /// <summary>First day on which one may adhere.</summary>
    public DateOnly AdesioniDal { get; private set; }

    /// <summary>Last day on which one may adhere, included. An Affidamento's own contract may end long after it.</summary>
    public DateOnly AdesioniAl { get; private set; }

    /// <summary>The adhesion needs a subsequent competition: AD4 is then the wrong scheda.</summary>
    public bool ConfrontoCompetitivo { get; private set; }

    public ErosioneMassimale Erosione { get; private set; }

    public bool BandoSuccessivoAllaDescrizioneAd4 => DataBando > UltimoBandoDescrittoPerAd4;

    /// <summary>
    /// Whether AD4 is the scheda for an adhesion. With a competition it never is; for a later notice ANAC's list and ANAC's
    /// answers disagree (npa 2812, 1535), so a reason is asked and goes into the registro.
    /// </summary>
    public Result AmmetteAd4(string? motivoBandoSuccessivo)
    {
        if (ConfrontoCompetitivo)
        {
            return new Error(
                "ad4.confronto-competitivo",
                "Questa Convenzione prevede un confronto competitivo: la scheda AD4 non si applica. Usa sul portale la scheda P6_2 (contratti), P6_1 (concessioni) o P3_3.");
        }

        if (BandoSuccessivoAllaDescrizioneAd4 && string.IsNullOrWhiteSpace(motivoBandoSuccessivo))
        {
            return new Error(
                "ad4.bando-successivo",
                $"La descrizione ANAC di AD4 cita i bandi pubblicati entro il 31/12/2023; questo è del {DataBando:dd'/'MM'/'yyyy}: conferma con il Soggetto Aggregatore e indica il motivo.",
                "MotivoBandoSuccessivo");
        }

        return Result.Ok;
    }

    /// <summary>The date of adhesion must fall in the window; the contract's end is not looked at.</summary>
    public Result AmmetteAdesioneIl(DateOnly giorno) => giorno >= AdesioniDal && giorno <= AdesioniAl
        ? Result.Ok
        : new Error(
            "convenzione.fuori-finestra",
            $"La data di adesione è fuori dal periodo in cui si può aderire (dal {AdesioniDal:dd'/'MM'/'yyyy} al {AdesioniAl:dd'/'MM'/'yyyy}): correggi la data, o chiedi al Soggetto Aggregatore se la Convenzione è stata prorogata.",
            "anacForm/appalto/dataAdesione");
}
