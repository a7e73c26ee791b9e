using CigHub.Web.Common;

namespace CigHub.Web.Features.Persone.Conservazione;

/// <summary>The settings of how long the names of people are kept.</summary>
public sealed class ConservazioneSettings : ISettings
{
    public static string Section => "Conservazione";

    /// <summary>The number of years for which a name is kept after the person's last act.</summary>
    [WholeNumber(1, 100, " di anni")]
    public int Anni { get; init; } = 10;
}
