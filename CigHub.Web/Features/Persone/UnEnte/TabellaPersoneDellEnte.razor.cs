using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.UnEnte;

/// <summary>Who holds, held or will hold which role at an Ente.</summary>
public sealed partial class TabellaPersoneDellEnte
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<PersonaDellEnte> Voci { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Oggi { get; set; }
}
