using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>The HTML type of a single-line input.</summary>
public enum TextKind
{
    Text,
    Search,

    /// <summary>
    /// The browser's date input. Its text has the form <c>2026-02-01</c> and already changes with each digit of the year.
    /// </summary>
    Date,
}

/// <summary>
/// A text input of one or more lines, in which the text being typed is never replaced by an older answer of the server. While the user
/// types, a new <see cref="Value"/> waits until the user leaves the field or presses Enter.
/// </summary>
/// <remarks>
/// Two parts do this. <c>bind</c> tells the renderer what the browser already shows, so that an answer to a key changes nothing.
/// <c>js/text-box.js</c> drops a text that the server wrote before it knew of a key. The server hears of that key next and then has its
/// text. No other component listens to <c>oninput</c>.
/// </remarks>
public sealed partial class TextBox
{
    /// <summary>The typed text that is shown instead of <see cref="Value"/>, or null while the field shows <see cref="Value"/>.</summary>
    private string? _typed;

    /// <summary>Says whether the typed text still has to be passed to <see cref="ValueChanged"/>.</summary>
    private bool _untold;

    /// <summary>The text that came from the browser last, as it was written there.</summary>
    private string _received = "";

    /// <summary>
    /// The text with which the user left the field last, after the number of its edit. It tells the browser which of its texts have come. Null
    /// until the user leaves the field.
    /// </summary>
    private string? _heard;

    /// <summary>The number of edits so far. It tells, after a call, whether the user has typed more meanwhile.</summary>
    private int _edits;

    [Parameter]
    public string? Id { get; set; }

    [Parameter]
    public string? Value { get; set; }

    /// <summary>Receives the text when the user leaves the field or presses Enter, or with <see cref="Immediate"/> at each key.</summary>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter]
    public bool Immediate { get; set; }

    /// <summary>Raised when the user leaves the field, after <see cref="ValueChanged"/>.</summary>
    [Parameter]
    public EventCallback OnLeave { get; set; }

    [Parameter]
    public bool Multiline { get; set; }

    /// <summary>The HTML type of a single-line input. Default: <see cref="TextKind.Text"/>.</summary>
    [Parameter]
    public TextKind Kind { get; set; }

    /// <summary>
    /// Says whether a script of ours writes into the input too, as the buttons of <see cref="DateTools"/> do. The input then tells which text has
    /// come from the browser.
    /// </summary>
    [Parameter]
    public bool Written { get; set; }

    /// <summary>The other HTML attributes, which the input gets.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private string? Shown => _typed ?? Value;

    /// <summary>
    /// Shows <see cref="Value"/> instead of the typed text. The parent calls it when it has taken the text and set another value.
    /// </summary>
    public void ShowValue()
    {
        (_typed, _untold) = (null, false);
        _edits++;
    }

    private Task Type(string? text)
    {
        _typed = _received = text ?? "";
        _untold = true;
        _edits++;
        return Immediate ? Tell() : Task.CompletedTask;
    }

    /// <summary>Takes the whole text when the user has pressed Enter or left the field, or when the browser has filled it in.</summary>
    private Task Change(ChangeEventArgs change)
    {
        var text = change.Value as string ?? "";
        if (text != Shown)
        {
            (_typed, _untold) = (_received = text, true);
            _edits++;
        }

        // A date input raises a change at each key of the year. Its text is whole when the user leaves it.
        return Kind != TextKind.Date ? Settle() : _untold ? Tell() : Task.CompletedTask;
    }

    private async Task LeaveAsync()
    {
        _heard = $"{_edits} {_received}";
        await Settle();
        await OnLeave.InvokeAsync();
    }

    /// <summary>
    /// Passes the typed text on if it is new, then shows <see cref="Value"/> again, unless the user has typed more meanwhile.
    /// </summary>
    private async Task Settle()
    {
        var edits = _edits;
        if (_untold)
        {
            await Tell();
        }

        if (edits == _edits)
        {
            _typed = null;
        }
    }

    private Task Tell()
    {
        _untold = false;
        return ValueChanged.InvokeAsync(_typed);
    }
}
