namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// ANAC's object <c>appalto</c> of a scheda: the CIG of the Lotto to which the Ente adheres, the day of the adhesion and the object of the
/// purchase (oggetto).
/// </summary>
public sealed record AppaltoAd4 : ParteAd4
{
    /// <summary>The identifier that the Ente itself gives to the adhesion, from 8 to 64 characters, both inclusive.</summary>
    [AnacRequired, AnacLength(LimitiAd4.CodiceAppaltoMinimo, LimitiAd4.CodiceAppaltoMassimo)]
    public string? CodiceAppalto { get; init; }

    /// <summary>The <em>CIG Padre</em>, which is the CIG of the Convenzione's Lotto.</summary>
    [AnacRequired]
    public string? Cig { get; init; }

    /// <summary>The day of the atto by which the Ente adheres, a JSON date-time that is kept as the text that was read.</summary>
    [AnacRequired, AnacFormat(AnacFormatAttribute.DateTime)]
    public string? DataAdesione { get; init; }

    [AnacRequired]
    public bool? RelazioneUnicaSulleProcedure { get; init; }

    [AnacRequired]
    public bool? OpereUrbanizzazioneScomputo { get; init; }

    [AnacRequired]
    public DatiBaseAppaltoAd4? DatiBase { get; init; }

    /// <summary>
    /// The answer on subcontracting. ANAC declares no type for this property: a value that is not an object goes to
    /// <see cref="ParteAd4.Altro"/>.
    /// </summary>
    public DatiBaseSubappaltiAd4? DatiBaseSubappalti { get; init; }
}

/// <summary>The object of the purchase (oggetto), for all adhesions of the scheda.</summary>
public sealed record DatiBaseAppaltoAd4 : ParteAd4
{
    [AnacRequired]
    public string? Oggetto { get; init; }

    public MultilinguaAd4? OggettoMl { get; init; }
}

/// <summary>The answer to the question whether the contract allows subcontracting: yes, no or not known.</summary>
[AnacUntyped]
public sealed record DatiBaseSubappaltiAd4 : ParteAd4
{
    public CodiceTipologica? Subappalto { get; init; }
}
