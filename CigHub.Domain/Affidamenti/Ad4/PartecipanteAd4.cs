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
    /// The role in which the supplier takes part, a code of ANAC's list <c>ruoloOE</c>. ANAC's decision table calls the property
    /// <c>ruolo</c> and its schema <c>ruoloOE</c>.
    /// </summary>
    [AnacRequired]
    [JsonPropertyName("ruoloOE")]
    public CodiceTipologica? RuoloOe { get; init; }

    [AnacRequired]
    [JsonPropertyName("tipoOE")]
    public CodiceTipologica? TipoOe { get; init; }

    /// <summary>The identifier of the participant, a UUID. All the members of one raggruppamento have the same.</summary>
    [AnacRequired, AnacFormat(AnacFormatAttribute.Uuid)]
    public string? IdPartecipante { get; init; }

    [AnacRequired]
    public string? PaeseOperatoreEconomico { get; init; }

    public MultilinguaAd4? PaeseOperatoreEconomicoMl { get; init; }

    [AnacRequired]
    public bool? Avvalimento { get; init; }

    /// <summary>
    /// The importo in euro. It is that of the whole adhesion, or 0 for a mandante. It is not the supplier's share, so the importi of
    /// several participants are not added up.
    /// </summary>
    [AnacRequired]
    public decimal? Importo { get; init; }

    public CodiceTipologica? TipologiaAvvalimento { get; init; }
}
