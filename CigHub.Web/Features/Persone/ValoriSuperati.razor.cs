using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone;

/// <summary>What somebody else saved first, where it differs, and the two ways on; neither saves anything by itself.</summary>
public sealed partial class ValoriSuperati
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ValoreSalvato> Valori { get; set; }

    /// <summary>Keep what was typed: the next save replaces what is listed.</summary>
    [Parameter, EditorRequired]
    public EventCallback Miei { get; set; }

    /// <summary>Take what is saved into the form.</summary>
    [Parameter, EditorRequired]
    public EventCallback Salvati { get; set; }
}
