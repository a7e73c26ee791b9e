using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using CigHub.Web.Common;

namespace CigHub.Web.Operations;

/// <summary>Where the health probe answers.</summary>
public sealed class HealthSettings : ISettings, IValidatableObject
{
    public static string Section => "Salute";

    /// <summary>The port of the probe alone; empty: the probe answers this machine on every port.</summary>
    public string Porta { get; init; } = "";

    /// <summary>The same port as a number.</summary>
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
