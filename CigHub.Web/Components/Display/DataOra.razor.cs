using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>A UTC moment as the clock in Rome says it, <c>23/11/2026 10:32</c>.</summary>
public sealed partial class DataOra
{
    /// <summary>Null: it has not happened (yet), shown as a dash.</summary>
    [Parameter, EditorRequired]
    public DateTime? Utc { get; set; }
}
