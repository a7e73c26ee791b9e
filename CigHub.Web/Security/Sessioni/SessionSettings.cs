using CigHub.Web.Common;

namespace CigHub.Web.Security.Sessioni;

/// <summary>The settings that limit the duration of a session.</summary>
public sealed class SessionSettings : ISettings
{
    public static string Section => "Sessione";

    /// <summary>The time before the end of a session at which its user is warned.</summary>
    public static TimeSpan Preavviso { get; } = TimeSpan.FromMinutes(2);

    /// <summary>The number of minutes without activity of its user after which a session ends.</summary>
    [WholeNumber(5, 240, " di minuti")]
    public int InattivitaMinuti { get; init; } = 30;

    /// <summary>
    /// The number of hours after which a session ends in any case. A role that was taken away at the identity provider can be used until
    /// then at most.
    /// </summary>
    [WholeNumber(1, 24, " di ore")]
    public int DurataMassimaOre { get; init; } = 10;

    public TimeSpan Inattivita => TimeSpan.FromMinutes(InattivitaMinuti);

    public TimeSpan DurataMassima => TimeSpan.FromHours(DurataMassimaOre);
}
