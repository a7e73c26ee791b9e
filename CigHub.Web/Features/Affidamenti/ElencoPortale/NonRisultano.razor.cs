using CigHub.Domain.Affidamenti.ElencoPortale;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>Lists the Affidamenti that wait for the CIG in CigHub and are not in the portal's list.</summary>
public sealed partial class NonRisultano
{
    private const int Passo = 100;

    [Parameter, EditorRequired]
    public required IReadOnlyList<AffidamentoNoto> Affidamenti { get; set; }

    private int Shown { get; set; } = Passo;
}
