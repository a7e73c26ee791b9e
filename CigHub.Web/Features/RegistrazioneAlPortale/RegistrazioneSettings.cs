using CigHub.Web.Common;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>The settings for the registration of RUP on the portal.</summary>
public sealed class RegistrazioneSettings : ISettings
{
    public static string Section => "RegistrazionePortale";

    /// <summary>The e-mail address to which a request for registration is sent. Empty while it is not set.</summary>
    public string Destinatario { get; init => field = value.Trim(); } = "";

    /// <summary>The number of days without an answer after which a request for registration needs a reminder.</summary>
    [WholeNumber(1, 365, " di giorni")]
    public int GiorniSollecito { get; init; } = 5;
}
