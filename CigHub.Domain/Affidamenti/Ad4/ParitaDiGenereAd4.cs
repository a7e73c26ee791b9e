using System.Text.Json.Serialization;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>The answers on the equality of gender and generations in PNRR and PNC contracts (art. 47 D.L. 77/2021).</summary>
public sealed record ParitaDiGenereAd4 : ParteAd4
{
    /// <summary>Says whether the Convenzione is older than the guidelines on art. 47.</summary>
    [JsonPropertyName("derogaAQ")]
    public bool? DerogaAq { get; init; }

    /// <summary>
    /// The answer to the question whether 30 % of new hirings are reserved: <c>SI</c>, <c>NO</c> or <c>SI_QUOTA_INFERIORE</c>, which means
    /// a lower quota.
    /// </summary>
    [AnacEnum("SI", "NO", "SI_QUOTA_INFERIORE")]
    [JsonPropertyName("quota30PerCento")]
    public string? Quota30PerCento { get; init; }

    /// <summary>The lower quota of new hirings reserved for women, in per cent, from 0 to 100.</summary>
    [AnacRange(0, 100)]
    public decimal? QuotaInferioreOccupFemminile { get; init; }

    /// <summary>The lower quota of new hirings reserved for young people, in per cent, from 0 to 100.</summary>
    [AnacRange(0, 100)]
    public decimal? QuotaInferioreOccupGiovanile { get; init; }

    public IReadOnlyList<CodiceTipologica>? MotivoDeroga { get; init; }

    public bool? UlterioriMisurePremiali { get; init; }

    public IReadOnlyList<CodiceTipologica>? MisurePremiali { get; init; }
}
