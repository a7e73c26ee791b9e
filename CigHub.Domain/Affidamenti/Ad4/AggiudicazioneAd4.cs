using System.Text.Json.Serialization;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>One adhesion within the scheda. The CIG Derivato is requested for it.</summary>
public sealed record AggiudicazioneAd4 : ParteAd4
{
    /// <summary>The identifier of the adhesion, unique within the scheda, for example <c>LOT-0001</c>.</summary>
    [AnacRequired]
    public string? LotIdentifier { get; init; }

    [AnacRequired]
    public CodiceTipologica? Ccnl { get; init; }

    [AnacRequired]
    public CodiceTipologica? Categoria { get; init; }

    public IReadOnlyList<CodiceTipologica>? CategoriaScorporabile { get; init; }

    [AnacRequired]
    public CodiceTipologica? CodIstat { get; init; }

    [AnacRequired]
    [JsonPropertyName("afferenteInvestimentiPNRR")]
    public bool? AfferenteInvestimentiPnrr { get; init; }

    public bool? AcquisizioneCup { get; init; }

    /// <summary>The CUP of the adhesion, one CUP in each entry of the list.</summary>
    public IReadOnlyList<string>? CupLotto { get; init; }

    public ParitaDiGenereAd4? ParitaDiGenereGenerazionale { get; init; }

    public QuadroEconomicoStandardAd4? QuadroEconomicoStandard { get; init; }

    public QuadroEconomicoConcessioniAd4? QuadroEconomicoConcessioni { get; init; }

    [AnacRequired]
    public IReadOnlyList<FinanziamentoAd4>? Finanziamenti { get; init; }

    [AnacRequired]
    public IReadOnlyList<PartecipanteAd4>? Partecipanti { get; init; }

    [AnacRequired]
    public DatiBaseLottoAd4? DatiBase { get; init; }

    [AnacRequired]
    [JsonPropertyName("datiBaseCPV")]
    public DatiBaseCpvAd4? DatiBaseCpv { get; init; }

    [AnacRequired]
    public DatiBaseContrattoAd4? DatiBaseContratto { get; init; }

    /// <summary>
    /// The award data of the adhesion. ANAC declares no type for this property: a value that is not an object goes to
    /// <see cref="ParteAd4.Altro"/>.
    /// </summary>
    [AnacRequired]
    public DatiBaseAggiudicazioneAppaltoAd4? DatiBaseAggiudicazioneAppalto { get; init; }

    /// <summary>
    /// The accessibility data of the adhesion. ANAC declares no type for this property: a value that is not an object goes to
    /// <see cref="ParteAd4.Altro"/>.
    /// </summary>
    public DatiBaseAccessibilitaAd4? DatiBaseAccessibilita { get; init; }

    public DatiBaseDocumentiAd4? DatiBaseDocumenti { get; init; }

    public bool? StrumentiElettroniciSpecifici { get; init; }

    [JsonPropertyName("docFAP")]
    public bool? DocFap { get; init; }
}

/// <summary>The subject of one adhesion and its nature (lavori, forniture, servizi).</summary>
public sealed record DatiBaseLottoAd4 : ParteAd4
{
    [AnacRequired]
    public string? Oggetto { get; init; }

    public MultilinguaAd4? OggettoMl { get; init; }

    [AnacRequired]
    public CodiceTipologica? OggettoContratto { get; init; }
}

/// <summary>The classification of the subject by CPV codes.</summary>
public sealed record DatiBaseCpvAd4 : ParteAd4
{
    [AnacRequired]
    public CodiceTipologica? TipoClassificazione { get; init; }

    [AnacRequired]
    public CodiceTipologica? CpvPrevalente { get; init; }

    public IReadOnlyList<CodiceTipologica>? CpvSecondarie { get; init; }
}

/// <summary>The place where the contract is carried out (NUTS, level 3).</summary>
public sealed record DatiBaseContrattoAd4 : ParteAd4
{
    [AnacRequired]
    [JsonPropertyName("codNUTS")]
    public CodiceTipologica? CodNuts { get; init; }
}

/// <summary>The day of the decision of award, a JSON date-time that is kept as the text that was read.</summary>
[AnacUntyped]
public sealed record DatiBaseAggiudicazioneAppaltoAd4 : ParteAd4
{
    [AnacRequired, AnacFormat(AnacFormatAttribute.DateTime)]
    public string? DataAggiudicazione { get; init; }
}

/// <summary>
/// The answer on the accessibility criteria for persons with disabilities: whether the contract includes them, and the justification if it
/// does not.
/// </summary>
[AnacUntyped]
public sealed record DatiBaseAccessibilitaAd4 : ParteAd4
{
    public CodiceTipologica? Accessibilita { get; init; }

    public string? Giustificazione { get; init; }

    public MultilinguaAd4? GiustificazioneMl { get; init; }
}

/// <summary>The internet address of the adhesion's documents, and the languages of those documents.</summary>
public sealed record DatiBaseDocumentiAd4 : ParteAd4
{
    public string? Url { get; init; }

    public IReadOnlyList<CodiceTipologica>? Lingue { get; init; }
}
