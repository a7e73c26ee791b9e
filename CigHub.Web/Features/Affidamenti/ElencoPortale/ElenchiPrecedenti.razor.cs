using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>The lists that were loaded before, each to be downloaded.</summary>
public sealed partial class ElenchiPrecedenti
{
    [Parameter, EditorRequired]
    public required Pagina<VoceElencoCaricato> Elenchi { get; set; }

    /// <summary>So many shall be shown.</summary>
    [Parameter, EditorRequired]
    public EventCallback<int> Mostra { get; set; }
}
