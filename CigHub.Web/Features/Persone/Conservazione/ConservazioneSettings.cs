using CigHub.Web.Common;

namespace CigHub.Web.Features.Persone.Conservazione;

/// <summary>The retention period of names.</summary>
public sealed class ConservazioneSettings : ISettings
{
    public static string Section => "Conservazione";

    /// <summary>Years after the last thing that the person did.</summary>
    [WholeNumber(1, 100, " di anni")]
    public int Anni { get; init; } = 10;
}
