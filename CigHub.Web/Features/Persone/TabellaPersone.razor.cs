using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone;

/// <summary>People, a row each, with the roles that they hold today.</summary>
public sealed partial class TabellaPersone
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<VocePersona> Voci { get; set; }
}
