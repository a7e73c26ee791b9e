using CigHub.Domain.Affidamenti.ElencoPortale;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>Lists the Affidamenti that are on the way to a CIG in CigHub and do not appear in the elenco del portale.</summary>
public sealed partial class NonRisultano
{
    private const int Passo = 100;

    [Parameter, EditorRequired]
    public required IReadOnlyList<AffidamentoNoto> Affidamenti { get; set; }

    private int Shown { get; set; } = Passo;
}
