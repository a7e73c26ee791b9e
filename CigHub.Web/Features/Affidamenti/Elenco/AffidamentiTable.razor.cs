using CigHub.Web.Components.Lists;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The table of the list of Affidamenti. The user can tick each row.</summary>
public sealed partial class AffidamentiTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<AffidamentoRow> Righe { get; set; }

    [Parameter, EditorRequired]
    public required AffidamentiFilter Filter { get; set; }

    /// <summary>The look of the list, which says what columns the table has.</summary>
    [Parameter, EditorRequired]
    public required ListView<AffidamentoRow> View { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlySet<Guid> Ticked { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<(IReadOnlyCollection<Guid> Righe, bool Si)> OnTick { get; set; }

    /// <summary>Raised with the name and the width of a column that the user has made wider.</summary>
    [Parameter]
    public EventCallback<string> OnWiden { get; set; }

    private bool TuttaLaPagina => Righe.All(r => Ticked.Contains(r.Id));

    private Task Tick(IReadOnlyCollection<Guid> righe, bool si) => OnTick.InvokeAsync((righe, si));
}
