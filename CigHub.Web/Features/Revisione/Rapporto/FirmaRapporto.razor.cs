using CigHub.Domain.Revisione;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Revisione.Rapporto;

/// <summary>The form by which an Auditor concludes an audit and signs its report.</summary>
public sealed partial class FirmaRapporto
{
    [Parameter, EditorRequired]
    public required Audit Audit { get; set; }

    private string? Conclusioni { get; set; }

    private Task Sign() => Act(new ChiudiAudit(Audit.Id, Conclusioni, Audit.Version), "Il rapporto è firmato.");
}
