using CigHub.Web.Features.Revisione.Elenco;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Revisione;

/// <summary>The page of one audit, for Auditors: plan, sample, working papers, findings, signature.</summary>
public sealed partial class PaginaUnAudit
{
    [Parameter]
    public Guid Id { get; set; }

    private AuditView? View { get; set; }

    protected override async Task LoadAsync() => View = await Read<DettaglioAudit, AuditView>(q => q.Run(Id));
}
