using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Malfunzionamenti;

/// <summary>The button that reports with one click that the portal does not work.</summary>
public sealed partial class SegnalaGuasto
{
    [Inject]
    public required PortaleState Portale { get; init; }

    private async Task Report()
    {
        if (await Act(new SegnalaMalfunzionamento(Guid.CreateVersion7(), ""), Comune.OutcomeWords.GuastoSegnalato))
        {
            Portale.Notify();
        }
    }
}
