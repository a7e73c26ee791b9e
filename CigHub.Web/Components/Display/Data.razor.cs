using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>A day, <c>23/11/2026</c>: either a date of the domain, or the day of a UTC moment in Rome. With neither, a dash.</summary>
public sealed partial class Data
{
    [Parameter]
    public DateOnly? Giorno { get; set; }

    [Parameter]
    public DateTime? Utc { get; set; }

    private DateOnly? Mostrato => Giorno ?? (Utc is { } utc ? OraItaliana.GiornoDiRoma(utc) : null);
}
