using CigHub.Domain.Common;
using CigHub.Domain.Palestra;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>The page of the palestra with the list of documents, as on the portal: filters, commands and columns.</summary>
public sealed partial class PaginaElencoPalestra
{
    [Parameter, EditorRequired]
    public required PalestraGuest Ospite { get; set; }

    [Parameter, EditorRequired]
    public required PalestraFilter Filter { get; set; }

    /// <summary>The documents of all pages that match the filter.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<DocumentoPalestra> Found { get; set; }

    [Parameter]
    public IReadOnlyList<Error> Errors { get; set; } = [];

    [Parameter]
    public string? Outcome { get; set; }

    private int Pages => Math.Max(1, (Found.Count + Filter.Righe - 1) / Filter.Righe);

    private int Pagina => Math.Min(Filter.Pagina, Pages);

    private IEnumerable<DocumentoPalestra> DellaPagina => Found.Skip((Pagina - 1) * Filter.Righe).Take(Filter.Righe);

    private static string Id(PalestraFilterValue voce) => $"Filtro{voce.Nome}";

    private static string Name(DocumentoPalestra d) => d.Dati.TitoloDocumento.Length > 0 ? d.Dati.TitoloDocumento : "documento senza titolo";
}
