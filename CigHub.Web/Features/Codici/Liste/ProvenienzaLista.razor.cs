using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Codici.Liste;

/// <summary>Where a list comes from: with the app, or loaded by whom and when.</summary>
public sealed partial class ProvenienzaLista
{
    [Parameter, EditorRequired]
    public required RigaLista Lista { get; set; }
}
