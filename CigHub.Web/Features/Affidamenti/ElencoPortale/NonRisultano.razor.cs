using CigHub.Domain.Affidamenti.ElencoPortale;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>What CigHub waits for and the list does not have.</summary>
public sealed partial class NonRisultano
{
    private const int Passo = 100;

    [Parameter, EditorRequired]
    public required IReadOnlyList<AffidamentoNoto> Affidamenti { get; set; }

    private int Mostrati { get; set; } = Passo;
}
