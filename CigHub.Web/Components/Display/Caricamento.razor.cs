using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>
/// Holds the place of what is being read. It takes its room at once and becomes visible only after a moment (in CSS), so that a
/// quick answer does not flash and a slow one does not push the page down.
/// </summary>
public sealed partial class Caricamento
{
    /// <summary>About as many as the rows that will come.</summary>
    [Parameter]
    public int Righe { get; set; } = 4;
}
