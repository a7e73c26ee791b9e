using CigHub.Domain.Common;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Display;

namespace CigHub.Web.Demo.Componenti;

/// <summary>Shows the parts of the kit that only show something.</summary>
public sealed partial class CampioniDaVedere : IDisposable
{
    private static readonly IReadOnlyList<string> Steps = ["Il primo passo", "Il secondo passo"];

    private readonly IReadOnlyList<Error> _errors = [new("campione.uno", "Un errore dice che cosa non va e che cosa fare.")];
    private readonly RunningWork _work = Half();
    private int _count = 10;

    private static DateOnly Today { get; } = new(2026, 11, 23);

    private static DateTime Moment { get; } = new(2026, 11, 23, 9, 32, 0, DateTimeKind.Utc);

    private static IReadOnlyList<BurnDownPoint> Points { get; } =
    [
        .. Enumerable.Range(0, 11).Select(i => new BurnDownPoint(
            Today.AddMonths(i - 10), Importo.DaEuro(1000), Importo.DaEuro(1000 - (i * 60)), Importo.DaEuro(1000 - (i * 50)))),
    ];

    public void Dispose() => _work.Dispose();

    private static RunningWork Half()
    {
        var work = new RunningWork(() => Task.CompletedTask, CancellationToken.None);
        work.Comincia("Esportazione delle righe", 500);
        work.Report(250);
        return work;
    }
}
