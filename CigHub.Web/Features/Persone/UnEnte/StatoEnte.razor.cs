using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.UnEnte;

/// <summary>Whether an Ente adheres to Convenzioni: open, about to close, closed since a day.</summary>
public sealed partial class StatoEnte
{
    [Parameter, EditorRequired]
    public required DateOnly? ChiusoDal { get; set; }

    /// <summary>Today.</summary>
    [Parameter, EditorRequired]
    public required bool Chiuso { get; set; }
}
