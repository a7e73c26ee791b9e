using CigHub.Web.Common;

namespace CigHub.Web.Features.Spesa.InCorso;

/// <summary>The page of the requests and conferme that hold capacity of a Lotto, by age.</summary>
public sealed partial class PaginaInCorso
{
    /// <summary>The number of rows that the page shows at first, the oldest, and that each press adds.</summary>
    private const int Passo = 50;

    private InCorsoView? InCorso { get; set; }

    private int Shown { get; set; } = Passo;

    protected override async Task LoadAsync() => InCorso = await Read<RichiesteInCorso, InCorsoView>(async q => await q.Run(Filter));

    private static string Confirmed(DateOnly? finoAl) => finoAl is { } giorno ? $"Confermata da CMRC fino al {RomeTime.Text(giorno)}" : "Confermata da CMRC";
}
