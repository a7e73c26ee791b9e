using System.Globalization;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Malfunzionamenti;

/// <summary>
/// The page of the malfunzionamenti of the portal: when each began and ended, and who reported both. It serves as proof for a user who
/// missed a deadline.
/// </summary>
public sealed partial class PaginaMalfunzionamenti
{
    [Inject]
    public required PortaleState Portale { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private ListPage<MalfunzionamentoRow>? Voci { get; set; }

    private int Count { get; set; } = StoriaMalfunzionamenti.Passo;

    private MalfunzionamentoRow? IsOpen => Voci?.Rows.FirstOrDefault(v => v.Al is null);

    private string? Nota { get; set; }

    protected override async Task LoadAsync() =>
        Voci = await Read<StoriaMalfunzionamenti, ListPage<MalfunzionamentoRow>>(async q => await q.Run(Count));

    private Task Show(int quanti)
    {
        Count = quanti;
        return Reload();
    }

    private string Duration(MalfunzionamentoRow voce)
    {
        var tempo = voce.Duration(Clock.GetUtcNow().UtcDateTime);
        return tempo.TotalHours < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)tempo.TotalMinutes} min")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)tempo.TotalHours} h {tempo.Minutes:00} min");
    }

    private async Task Report()
    {
        if (await Act(new SegnalaMalfunzionamento(Guid.CreateVersion7(), Nota ?? ""), OutcomeWords.GuastoSegnalato))
        {
            Nota = null;
        }

        Portale.Notify();
    }

    private async Task Chiudi(MalfunzionamentoRow voce)
    {
        await Act(new ChiudiMalfunzionamento(voce.Id, voce.Version), OfficeOutcomeWords.GuastoFinito);
        Portale.Notify();
    }
}
