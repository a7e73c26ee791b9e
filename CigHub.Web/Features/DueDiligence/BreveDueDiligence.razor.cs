using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.DueDiligence;

/// <summary>The short state of the due diligence beside the scheda: complete, expired or missing, with the way to the whole.</summary>
public sealed partial class BreveDueDiligence
{
    [Parameter, EditorRequired]
    public Guid AffidamentoId { get; set; }

    private DueDiligenceView? View { get; set; }

    private string Address => AppRoutes.FascicoloDi(AffidamentoId) + "#due-diligence";

    protected override async Task LoadAsync() => View = await Read<DueDiligenceAffidamento, DueDiligenceView>(q => q.Run(AffidamentoId));
}
