using CigHub.Web.Common;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>What an office sets about registrations on the portal.</summary>
public sealed class RegistrazioneSettings : ISettings
{
    public static string Section => "RegistrazionePortale";

    /// <summary>Who answers a request for the portal; empty while the office has not said.</summary>
    public string Destinatario { get; init => field = value.Trim(); } = "";

    /// <summary>Days after which a request without an answer is to be reminded of.</summary>
    [WholeNumber(1, 365, " di giorni")]
    public int GiorniSollecito { get; init; } = 5;
}
