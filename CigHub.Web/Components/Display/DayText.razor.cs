using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>
/// Shows a day in the form <c>23/11/2026</c>: a date of the domain, or the day in Rome of a UTC instant. Shows a dash when both are null.
/// </summary>
public sealed partial class DayText
{
    [Parameter]
    public DateOnly? Day { get; set; }

    [Parameter]
    public DateTime? Utc { get; set; }

    private DateOnly? Shown => Day ?? (Utc is { } utc ? RomeTime.DayInRome(utc) : null);
}
