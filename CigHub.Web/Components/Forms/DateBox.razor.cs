using CigHub.Domain.Common;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>
/// The browser's date input for a filter. The day is null when the input is empty, and while the year is only partly typed.
/// </summary>
public sealed partial class DateBox
{
    /// <summary>The text that the browser sent last: <c>2026-02-01</c>, or <c>0002-02-01</c> while the year is only partly typed.</summary>
    private string? _written;

    [Parameter]
    public DateOnly? Value { get; set; }

    [Parameter]
    public EventCallback<DateOnly?> ValueChanged { get; set; }

    /// <summary>The other HTML attributes, which the input gets.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private string? Shown => _written is not null && Day(_written) == Value ? _written : Value is { } day ? RomeTime.Attribute(day) : null;

    private static DateOnly? Day(string written) => WrittenDate.Leggi(written).TryGet(out var day) ? day : null;

    private Task ReadAsync(string written)
    {
        _written = written;
        return ValueChanged.InvokeAsync(Day(written));
    }
}
