using CigHub.Domain.Affidamenti;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>A supplementary order has its own CIG: it begins as a copy.</summary>
public sealed partial class SezioneOrdine
{
    [Inject]
    public required NavigationManager Navigazione { get; init; }

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    private async Task Copia()
    {
        var nuovo = Guid.CreateVersion7();
        if ((await Agisci(new CopiaAffidamento(Affidamento.Id, nuovo), ParoleDiEsito.Copiato)).Count == 0)
        {
            GoOn(Navigazione, AppRoutes.SchedaDi(nuovo));
        }
    }
}
