using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The state of an Affidamento in the list, and whether it was made before CigHub.</summary>
public sealed partial class StatoInElenco
{
    [Parameter, EditorRequired]
    public required RigaElenco Riga { get; set; }
}
