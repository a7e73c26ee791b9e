using System.ComponentModel.DataAnnotations;
using System.Net;
using CigHub.Web.Common;

namespace CigHub.Web.Security;

/// <summary>The reverse proxies whose forwarded scheme, client address and host the app trusts.</summary>
public sealed class ProxySettings : ISettings, IValidatableObject
{
    public static string Section => "Proxy";

    /// <summary>The IP addresses or networks of the trusted proxies. Default: none.</summary>
    public string[] Fidati { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from trusted in Fidati
        where !IPAddress.TryParse(trusted, out _) && !IPNetwork.TryParse(trusted, out _)
        select new ValidationResult(
            $"L'impostazione «{Section}:{nameof(Fidati)}» ha «{trusted}», che non è un indirizzo né una rete (per esempio 10.0.0.7 o 10.0.0.0/24). "
            + "Vedi docs/operations.md.");
}
