using CigHub.Web.Common;

namespace CigHub.Web.Security;

/// <summary>The settings of HSTS (HTTP Strict Transport Security).</summary>
public sealed class HstsSettings : ISettings
{
    public static string Section => "Hsts";

    /// <summary>Says whether HSTS binds the subdomains too. Default: true.</summary>
    public bool Sottodomini { get; init; } = true;
}
