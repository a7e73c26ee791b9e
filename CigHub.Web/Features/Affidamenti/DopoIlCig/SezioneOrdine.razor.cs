using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Nuovo;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>Offers a copy of the Affidamento for a supplementary order, which has a CIG of its own.</summary>
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
