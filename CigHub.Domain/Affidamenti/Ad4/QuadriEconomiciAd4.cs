using System.Text.Json.Serialization;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>The amounts of a contract, in euro, without IVA. IVA is part of <see cref="SommeADisposizione"/>.</summary>
public sealed record QuadroEconomicoStandardAd4 : ParteAd4
{
    public decimal? ImpLavori { get; init; }

    public decimal? ImpServizi { get; init; }

    public decimal? ImpForniture { get; init; }

    public decimal? ImpTotaleSicurezza { get; init; }

    public decimal? UlterioriSommeNoRibasso { get; init; }

    public decimal? ImpProgettazione { get; init; }

    public decimal? SommeOpzioniRinnovi { get; init; }

    public decimal? SommeRipetizioni { get; init; }

    [JsonPropertyName("sommeADisposizione")]
    public decimal? SommeADisposizione { get; init; }
}

/// <summary>The amounts of a concession, in euro. They replace those of the standard quadro economico.</summary>
public sealed record QuadroEconomicoConcessioniAd4 : ParteAd4
{
    public decimal? ImpLavori { get; init; }

    public decimal? ImpServizi { get; init; }

    public decimal? ImpForniture { get; init; }

    [JsonPropertyName("finanziamentiCanoniPA")]
    public decimal? FinanziamentiCanoniPa { get; init; }

    public decimal? EntrateUtenza { get; init; }

    public decimal? IntroitoAttivo { get; init; }

    public decimal? ImpTotaleSicurezza { get; init; }

    public decimal? UlterioriSommeNoRibasso { get; init; }

    public decimal? SommeOpzioniRinnovi { get; init; }

    [JsonPropertyName("sommeADisposizione")]
    public decimal? SommeADisposizione { get; init; }
}

/// <summary>One source of the money for the adhesion, with its amount in euro.</summary>
public sealed record FinanziamentoAd4 : ParteAd4
{
    [AnacRequired]
    public CodiceTipologica? TipoFinanziamento { get; init; }

    [AnacRequired]
    public decimal? Importo { get; init; }
}
