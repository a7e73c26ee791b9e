using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>An unknown outcome goes on only with the CIG, or after somebody has looked in the portal's list.</summary>
public sealed partial class EsitoDaVerificare
{
    [Parameter, EditorRequired]
    public required SchedaAffidamento Scheda { get; set; }

    [Parameter, EditorRequired]
    public required string Indirizzo { get; set; }
}
