namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>What is adhered to, and when.</summary>
public sealed record AppaltoAd4 : ParteAd4
{
    /// <summary>Our own identifier of the adhesion, 8–64 characters.</summary>
    [AnacRequired, AnacLength(LimitiAd4.CodiceAppaltoMinimo, LimitiAd4.CodiceAppaltoMassimo)]
    public string? CodiceAppalto { get; init; }

    /// <summary>The <em>CIG Padre</em>: the CIG of the Lotto of the Convenzione.</summary>
    [AnacRequired]
    public string? Cig { get; init; }

    /// <summary>The day of the act by which the Ente adheres: a date-time, as the text it came as.</summary>
    [AnacRequired, AnacFormat(AnacFormatAttribute.DateTime)]
    public string? DataAdesione { get; init; }

    [AnacRequired]
    public bool? RelazioneUnicaSulleProcedure { get; init; }

    [AnacRequired]
    public bool? OpereUrbanizzazioneScomputo { get; init; }

    [AnacRequired]
    public DatiBaseAppaltoAd4? DatiBase { get; init; }

    /// <summary>No type is declared for it: anything but an object is found in <see cref="ParteAd4.Altro"/>.</summary>
    public DatiBaseSubappaltiAd4? DatiBaseSubappalti { get; init; }
}

/// <summary>The subject of the whole adhesion.</summary>
public sealed record DatiBaseAppaltoAd4 : ParteAd4
{
    [AnacRequired]
    public string? Oggetto { get; init; }

    public MultilinguaAd4? OggettoMl { get; init; }
}

/// <summary>Whether there will be subcontracting (yes, no, not-known).</summary>
[AnacUntyped]
public sealed record DatiBaseSubappaltiAd4 : ParteAd4
{
    public CodiceTipologica? Subappalto { get; init; }
}
