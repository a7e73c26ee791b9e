using CigHub.Web.Common;

namespace CigHub.Web.Features.Affidamenti.Conferme;

/// <summary>The settings for the conferme di capienza.</summary>
public sealed class ConfermaSettings : ISettings
{
    public static string Section => "ConfermaCapienza";

    /// <summary>The e-mail address at the Soggetto Aggregatore that confirms capacity. Empty while it is not set.</summary>
    public string Destinatario { get; init => field = value.Trim(); } = "";
}
