using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>Shows a day, <c>23/11/2026</c>: a date of the domain, or the day in Rome of a UTC instant. Shows a dash when both are null.</summary>
public sealed partial class DayText
{
    [Parameter]
    public DateOnly? Giorno { get; set; }

    [Parameter]
    public DateTime? Utc { get; set; }

    private DateOnly? Mostrato => Giorno ?? (Utc is { } utc ? RomeTime.GiornoDiRoma(utc) : null);
}
