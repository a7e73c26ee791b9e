using CigHub.Domain.Convenzioni;
using CigHub.Web.Features.Convenzioni.Elenco;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.SceltaDelFornitore;

/// <summary>The input fields for the criterion and the reason of the choice among the suppliers of a Lotto, inside the form of a page.</summary>
public sealed partial class CampiScelta
{
    /// <summary>The criterion that the Convenzione foresees, or null when it names none.</summary>
    [Parameter, EditorRequired]
    public CriterioFornitore? Previsto { get; set; }

    /// <summary>The name of the chosen <see cref="CriterioFornitore"/>, or an empty text.</summary>
    [Parameter]
    public string? Criterio { get; set; }

    [Parameter]
    public EventCallback<string?> CriterioChanged { get; set; }

    [Parameter]
    public string? Motivo { get; set; }

    [Parameter]
    public EventCallback<string?> MotivoChanged { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    private string Aiuto => Previsto is { } previsto
        ? $"La Convenzione prevede: {previsto.Word()}. La scelta va motivata (art. 59 c. 4 D.Lgs. 36/2023)."
        : "Lo dicono gli atti della Convenzione. La scelta va motivata (art. 59 c. 4 D.Lgs. 36/2023).";
}
