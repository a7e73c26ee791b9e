using System.ComponentModel.DataAnnotations;
using CigHub.Domain.Codici;
using CigHub.Web.Common;

namespace CigHub.Web.Features.Affidamenti.Deleghe;

/// <summary>The setting that says which Ente is the Soggetto Aggregatore, whose people may receive a delega of any Ente's RUP.</summary>
public sealed class DelegheSettings : ISettings, IValidatableObject
{
    public static string Section => "Deleghe";

    /// <summary>The codice fiscale of the Soggetto Aggregatore. Default: that of Città metropolitana di Roma Capitale.</summary>
    public string SoggettoAggregatore { get; init; } = "80034390585";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!CodiceFiscale.Leggi(SoggettoAggregatore).IsSuccess)
        {
            yield return new ValidationResult(
                SettingsReader.Sentence($"{Section}:{nameof(SoggettoAggregatore)}", SoggettoAggregatore, "scrivi il codice fiscale di un Ente, di 11 cifre"),
                [nameof(SoggettoAggregatore)]);
        }
    }
}
