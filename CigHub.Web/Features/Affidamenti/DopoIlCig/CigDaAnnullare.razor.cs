using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>Shows the CIG too many of an Affidamento, and records the ANN of the first one that is still to annul.</summary>
public sealed partial class CigDaAnnullare
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    private string? Giorno { get; set; }

    private string? Riferimento { get; set; }

    private DateOnly Today => Clock.Today();

    private CigInPiu? First => Affidamento.CigInPiu.Where(c => c.DaAnnullare).MinBy(c => c.TrovatoIl);

    private async Task Annulla()
    {
        if (First is { } primo && await Act(
            new AnnullaCigInPiu(Affidamento.Id, primo.Id, Giorno, Riferimento, Affidamento.Version), OutcomeWords.CigInPiuAnnullato))
        {
            (Giorno, Riferimento) = (null, null);
        }
    }
}
