using CigHub.Web.Common;

namespace CigHub.Web.Security;

/// <summary>How HSTS binds browsers.</summary>
public sealed class HstsSettings : ISettings
{
    public static string Section => "Hsts";

    /// <summary>Whether HSTS binds the subdomains too.</summary>
    public bool Sottodomini { get; init; } = true;
}
