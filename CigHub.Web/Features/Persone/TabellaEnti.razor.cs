using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone;

/// <summary>Enti, a row each.</summary>
public sealed partial class TabellaEnti
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<VoceEnte> Voci { get; set; }
}
