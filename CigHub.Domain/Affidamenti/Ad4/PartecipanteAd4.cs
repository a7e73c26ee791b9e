using System.Text.Json.Serialization;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// A supplier that takes part in the adhesion. The members of a raggruppamento have the same <see cref="IdPartecipante"/>.
/// </summary>
public sealed record PartecipanteAd4 : ParteAd4
{
    [AnacRequired]
    public string? CodiceFiscale { get; init; }

    [AnacRequired]
    public string? Denominazione { get; init; }

    /// <summary>
    /// The role of the supplier. ANAC's decision table calls it <c>ruolo</c> and its schema <c>ruoloOE</c>, but they are the same field.
    /// </summary>
    [AnacRequired]
    [JsonPropertyName("ruoloOE")]
    public CodiceTipologica? RuoloOe { get; init; }

    [AnacRequired]
    [JsonPropertyName("tipoOE")]
    public CodiceTipologica? TipoOe { get; init; }

    /// <summary>The identifier of the participant, a UUID, the same for a whole raggruppamento.</summary>
    [AnacRequired, AnacFormat(AnacFormatAttribute.Uuid)]
    public string? IdPartecipante { get; init; }

    [AnacRequired]
    public string? PaeseOperatoreEconomico { get; init; }

    public MultilinguaAd4? PaeseOperatoreEconomicoMl { get; init; }

    [AnacRequired]
    public bool? Avvalimento { get; init; }

    /// <summary>
    /// The amount in euro: that of the adhesion, or 0 for a mandante. It is not a share, so these amounts are not added up.
    /// </summary>
    [AnacRequired]
    public decimal? Importo { get; init; }

    public CodiceTipologica? TipologiaAvvalimento { get; init; }
}
