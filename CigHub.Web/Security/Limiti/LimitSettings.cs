using CigHub.Web.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Security.Limiti;

/// <summary>The limits on sign-ins of one network address, and on exports and uploads of one person.</summary>
public sealed class LimitSettings : ISettings
{
    private const int Massimo = 10_000;

    public static string Section => "Limiti";

    /// <summary>The length of the moving window in which exports and uploads are counted.</summary>
    public static TimeSpan Finestra { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The largest number of sign-in requests in a minute from one network address. Many people may share an address.</summary>
    [WholeNumber(1, Massimo)]
    public int AccessiAlMinuto { get; init; } = 120;

    /// <summary>The largest number of exports, prints and downloads of one person in <see cref="Finestra"/>.</summary>
    [WholeNumber(1, Massimo)]
    public int Esportazioni { get; init; } = 30;

    /// <summary>The largest number of files that one person uploads in <see cref="Finestra"/>.</summary>
    [WholeNumber(1, Massimo)]
    public int Caricamenti { get; init; } = 60;

    /// <summary>Returns the largest number of uses of this kind that one person may make within <see cref="Finestra"/>.</summary>
    public int MaxOf(LimitedUse uso) => uso switch
    {
        LimitedUse.Export => Esportazioni,
        LimitedUse.Upload => Caricamenti,
        _ => throw new ArgumentOutOfRangeException(nameof(uso), uso, null),
    };
}
