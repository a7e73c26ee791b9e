using System.ComponentModel.DataAnnotations;
using CigHub.Web.Common;

namespace CigHub.Web.Security.Accesso;

/// <summary>
/// The settings of the identity provider: Microsoft Entra ID, or another that conforms. Microsoft.Identity.Web reads the same section. This
/// class holds the rules of CigHub for it, which apply outside Development only.
/// </summary>
public sealed class EntraSettings : ISettings, IValidatableObject
{
    private const string Missing =
        "Manca l'impostazione «{0}»: fuori dallo sviluppo CigHub accetta solo l'accesso con Microsoft Entra ID e non parte senza. Vedi docs/operations.md.";

    /// <summary>
    /// The names that Entra takes instead of a tenant's id to admit several tenants. The discovery document of such a name states no single
    /// issuer.
    /// </summary>
    private static readonly string[] _severalTenants = ["common", "organizations", "consumers"];

    public static string Section => "AzureAd";

    [Required(ErrorMessage = Missing)]
    public string Instance { get; init; } = "https://login.microsoftonline.com/";

    [Required(ErrorMessage = Missing)]
    public string TenantId { get; init; } = "";

    [Required(ErrorMessage = Missing)]
    public string ClientId { get; init; } = "";

    [Required(ErrorMessage = Missing)]
    public string ClientSecret { get; init; } = "";

    [RegularExpression("/.+", ErrorMessage = "scrivi un percorso che comincia con «/», come /signin-oidc")]
    public string CallbackPath { get; init; } = "/signin-oidc";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (_severalTenants.Contains(TenantId, StringComparer.OrdinalIgnoreCase))
        {
            yield return new ValidationResult(
                $"L'impostazione «{Section}:{nameof(TenantId)}» deve indicare un solo tenant: chi è di un altro non deve entrare. Vedi docs/operations.md.");
        }

        if (!Uri.TryCreate(Instance, UriKind.Absolute, out var address) || !address.Scheme.StartsWith("http", StringComparison.Ordinal))
        {
            yield return new ValidationResult(
                SettingsReader.Sentence($"{Section}:{nameof(Instance)}", Instance, "scrivi un indirizzo intero, come https://login.microsoftonline.com/"));
        }
    }
}
