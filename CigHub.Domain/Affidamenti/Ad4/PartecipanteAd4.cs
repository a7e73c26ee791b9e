using System.Text.Json.Serialization;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>A supplier. The members of a raggruppamento stand under one <see cref="IdPartecipante"/>.</summary>
public sealed record PartecipanteAd4 : ParteAd4
{
    [AnacRequired]
    public string? CodiceFiscale { get; init; }

    [AnacRequired]
    public string? Denominazione { get; init; }

    /// <summary>The decision table calls it <c>ruolo</c>, the schema <c>ruoloOE</c>: they are the same field.</summary>
    [AnacRequired]
    [JsonPropertyName("ruoloOE")]
    public CodiceTipologica? RuoloOe { get; init; }

    [AnacRequired]
    [JsonPropertyName("tipoOE")]
    public CodiceTipologica? TipoOe { get; init; }

    /// <summary>A UUID, one for the whole raggruppamento.</summary>
    [AnacRequired, AnacFormat(AnacFormatAttribute.Uuid)]
    public string? IdPartecipante { get; init; }

    [AnacRequired]
    public string? PaeseOperatoreEconomico { get; init; }

    public MultilinguaAd4? PaeseOperatoreEconomicoMl { get; init; }

    [AnacRequired]
    public bool? Avvalimento { get; init; }

    /// <summary>Euro: that of the adhesion for everyone but the mandanti, who have 0. Not a share to be added up.</summary>
    [AnacRequired]
    public decimal? Importo { get; init; }

    public CodiceTipologica? TipologiaAvvalimento { get; init; }
}
