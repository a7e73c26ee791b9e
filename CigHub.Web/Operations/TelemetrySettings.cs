using System.ComponentModel.DataAnnotations;
using CigHub.Web.Common;

namespace CigHub.Web.Operations;

/// <summary>The settings of the metrics and traces that the app sends to a collector.</summary>
public sealed class TelemetrySettings : ISettings, IValidatableObject
{
    public static string Section => "Telemetria";

    /// <summary>The address of the collector (OTLP over HTTP, usually port 4318). When it is empty, nothing is measured and nothing is sent.</summary>
    public string Otlp { get; init; } = "";

    /// <summary>The address of the collector; null when <see cref="Otlp"/> is empty or invalid.</summary>
    public Uri? Collector => Uri.TryCreate(Otlp, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Otlp.Length > 0 && Collector is null)
        {
            yield return new ValidationResult(
                $"L'impostazione «{Section}:{nameof(Otlp)}» vale «{Otlp}», che non è l'indirizzo di un raccoglitore: scrivilo per intero, per esempio "
                + "http://127.0.0.1:4318. Vedi docs/operations.md.");
        }
    }
}
