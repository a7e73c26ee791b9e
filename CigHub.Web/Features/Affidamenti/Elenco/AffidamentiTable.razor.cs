using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The rows of the list of Affidamenti, each of which can be ticked.</summary>
public sealed partial class AffidamentiTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<AffidamentoRow> Righe { get; set; }

    [Parameter, EditorRequired]
    public required AffidamentiFilter Filter { get; set; }

    /// <summary>Says whether the column of the Ente is shown: the user sees all Enti.</summary>
    [Parameter, EditorRequired]
    public bool ShowsEnte { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlySet<Guid> Ticked { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<(IReadOnlyCollection<Guid> Righe, bool Si)> OnTick { get; set; }

    private bool TuttaLaPagina => Righe.All(r => Ticked.Contains(r.Id));

    private Task Tick(IReadOnlyCollection<Guid> righe, bool si) => OnTick.InvokeAsync((righe, si));
}
