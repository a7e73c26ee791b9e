using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>Whether a role is held today.</summary>
public sealed partial class StatoRuolo
{
    [Parameter, EditorRequired]
    public required DateOnly Dal { get; set; }

    /// <summary>First day without it.</summary>
    [Parameter, EditorRequired]
    public required DateOnly? Fino { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Oggi { get; set; }
}
