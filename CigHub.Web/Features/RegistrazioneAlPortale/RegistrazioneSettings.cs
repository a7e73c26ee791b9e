using CigHub.Web.Common;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>The settings of an office for registrations on the portal.</summary>
public sealed class RegistrazioneSettings : ISettings
{
    public static string Section => "RegistrazionePortale";

    /// <summary>The e-mail address that receives a request for the portal. Empty while the office has not set it.</summary>
    public string Destinatario { get; init => field = value.Trim(); } = "";

    /// <summary>The number of days after which a request without an answer needs a reminder.</summary>
    [WholeNumber(1, 365, " di giorni")]
    public int GiorniSollecito { get; init; } = 5;
}
