using CigHub.Domain.Codici;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>
/// Proposes the valid CIG that differ little from a mistyped one. Nothing is corrected until the user presses a proposal.
/// </summary>
public sealed partial class CigVicini
{
    private const int Massimo = 4;

    /// <summary>The mistyped CIG. Null when there is nothing to propose.</summary>
    [Parameter, EditorRequired]
    public string? Text { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string> OnScelto { get; set; }

    private IReadOnlyList<Cig> Vicini { get; set; } = [];

    protected override void OnParametersSet() => Vicini = Text is null || Cig.Leggi(Text).IsSuccess ? [] : [.. RicercaCig.Vicini(Text).Take(Massimo)];
}
