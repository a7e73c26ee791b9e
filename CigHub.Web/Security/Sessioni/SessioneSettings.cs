using CigHub.Web.Common;

namespace CigHub.Web.Security.Sessioni;

/// <summary>How long a session lasts.</summary>
public sealed class SessioneSettings : ISettings
{
    public static string Section => "Sessione";

    /// <summary>How long before either end the person is told.</summary>
    public static TimeSpan Preavviso { get; } = TimeSpan.FromMinutes(2);

    /// <summary>A session ends after this many minutes without anything done by the person.</summary>
    [WholeNumber(5, 240, " di minuti")]
    public int InattivitaMinuti { get; init; } = 30;

    /// <summary>A session ends after this many hours whatever the person does; a role that the directory took away counts until then at most.</summary>
    [WholeNumber(1, 24, " di ore")]
    public int DurataMassimaOre { get; init; } = 10;

    public TimeSpan Inattivita => TimeSpan.FromMinutes(InattivitaMinuti);

    public TimeSpan DurataMassima => TimeSpan.FromHours(DurataMassimaOre);
}
