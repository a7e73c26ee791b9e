using CigHub.Web.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Security.Limiti;

/// <summary>How often one network address may ask for a sign-in, and how much one person may export and upload.</summary>
public sealed class LimitiSettings : ISettings
{
    private const int Massimo = 10_000;

    public static string Section => "Limiti";

    /// <summary>The time over which exports and uploads are counted.</summary>
    public static TimeSpan Finestra { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Requests of sign-in in a minute from one network address; many people may share one.</summary>
    [WholeNumber(1, Massimo)]
    public int AccessiAlMinuto { get; init; } = 120;

    /// <summary>Exports, prints and downloads of one person in <see cref="Finestra"/>.</summary>
    [WholeNumber(1, Massimo)]
    public int Esportazioni { get; init; } = 30;

    /// <summary>Files sent by one person in <see cref="Finestra"/>.</summary>
    [WholeNumber(1, Massimo)]
    public int Caricamenti { get; init; } = 60;

    /// <summary>How many uses of that kind one person has in <see cref="Finestra"/>.</summary>
    public int MassimoDi(Uso uso) => uso switch
    {
        Uso.Esportazione => Esportazioni,
        Uso.Caricamento => Caricamenti,
        _ => throw new ArgumentOutOfRangeException(nameof(uso), uso, null),
    };
}
