using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using CigHub.Web.Common;

namespace CigHub.Web.Operations;

/// <summary>The settings of the health probes.</summary>
public sealed class HealthSettings : ISettings, IValidatableObject
{
    public static string Section => "Salute";

    /// <summary>
    /// The number of the port that serves only the probes. When it is empty, the probes answer requests from this machine on every port.
    /// </summary>
    public string Porta { get; init; } = "";

    /// <summary>The port as a number; null when <see cref="Porta"/> is empty or invalid.</summary>
    public int? Port => int.TryParse(Porta, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort ? port : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Porta.Length > 0 && Port is null)
        {
            yield return new ValidationResult(
                $"L'impostazione «{Section}:{nameof(Porta)}» vale «{Porta}», che non è una porta: scrivi un numero da 1 a {IPEndPoint.MaxPort}. "
                + "Vedi docs/operations.md.");
        }
    }
}
