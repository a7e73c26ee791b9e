using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>Says on which day a role was recorded, where that is after the day on which it began; else shows nothing.</summary>
public sealed partial class RegistratoIl
{
    [Parameter, EditorRequired]
    public required DateOnly Dal { get; set; }

    /// <summary>Null where it was not kept.</summary>
    [Parameter, EditorRequired]
    public required DateOnly? Registrato { get; set; }
}
