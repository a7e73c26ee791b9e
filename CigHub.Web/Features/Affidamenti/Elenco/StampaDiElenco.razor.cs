using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The list as a document: seen on paper alone (<c>css/elenco.css</c>), while the page prints.</summary>
public sealed partial class StampaDiElenco
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<RigaElenco> Righe { get; set; }

    [Parameter, EditorRequired]
    public required FiltroAffidamenti Filtro { get; set; }

    /// <summary>Name, role and Ente of who prints.</summary>
    [Parameter, EditorRequired]
    public required string Chi { get; set; }

    [Parameter, EditorRequired]
    public DateTime Quando { get; set; }

    [Parameter, EditorRequired]
    public bool MostraEnte { get; set; }
}
