using CigHub.Domain.Common;
using CigHub.Domain.Palestra;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>The list of the portal, with its filters, commands and columns.</summary>
public sealed partial class PaginaElencoPalestra
{
    [Parameter, EditorRequired]
    public required PalestraGuest Ospite { get; set; }

    [Parameter, EditorRequired]
    public required PalestraFilter Filtro { get; set; }

    /// <summary>The documents that pass the filter, of all pages.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<DocumentoPalestra> Trovati { get; set; }

    [Parameter]
    public IReadOnlyList<Error> Errori { get; set; } = [];

    [Parameter]
    public string? Esito { get; set; }

    private int Pagine => Math.Max(1, (Trovati.Count + Filtro.Righe - 1) / Filtro.Righe);

    private int Pagina => Math.Min(Filtro.Pagina, Pagine);

    private IEnumerable<DocumentoPalestra> DellaPagina => Trovati.Skip((Pagina - 1) * Filtro.Righe).Take(Filtro.Righe);

    private static string Id(PalestraFilterValue voce) => $"Filtro{voce.Nome}";

    private static string Nome(DocumentoPalestra d) => d.Dati.TitoloDocumento.Length > 0 ? d.Dati.TitoloDocumento : "documento senza titolo";
}
