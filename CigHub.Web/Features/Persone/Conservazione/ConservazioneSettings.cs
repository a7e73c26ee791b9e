using CigHub.Web.Common;

namespace CigHub.Web.Features.Persone.Conservazione;

/// <summary>Settings of the retention period of names.</summary>
public sealed class ConservazioneSettings : ISettings
{
    public static string Section => "Conservazione";

    /// <summary>The number of years after the person's last act.</summary>
    [WholeNumber(1, 100, " di anni")]
    public int Anni { get; init; } = 10;
}
