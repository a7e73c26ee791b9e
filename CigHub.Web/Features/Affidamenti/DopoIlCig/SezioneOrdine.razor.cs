using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Nuovo;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Offers to copy the Affidamento for a supplementary order. Such an order is an Affidamento of its own, with its own CIG.
/// </summary>
public sealed partial class SezioneOrdine
{
    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    private Task Copy()
    {
        var nuovo = Guid.CreateVersion7();
        return ActAndGoOn(new CopiaAffidamento(Affidamento.Id, nuovo), OutcomeWords.Copiato, AppRoutes.SchedaDi(nuovo));
    }
}
