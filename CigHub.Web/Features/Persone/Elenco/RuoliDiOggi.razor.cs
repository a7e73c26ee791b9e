using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Elenco;

/// <summary>The roles that a person holds today, in a cell of the list of people.</summary>
public sealed partial class RuoliDiOggi
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<RuoloInParole> Ruoli { get; set; }
}
