using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>The type of a single-line input, as HTML calls it.</summary>
public enum TextKind
{
    Text,
    Search,

    /// <summary>The browser's own date input: its text is <c>2026-02-01</c>, and each key of the year changes it.</summary>
    Date,
}

/// <summary>
/// A text input of one line or of several. What a person types is never replaced by an answer that left the server earlier: while the person
/// types, the field shows the typed text, and a new <see cref="Value"/> waits until the person leaves the field or presses Enter.
/// </summary>
/// <remarks>
/// Two parts keep the promise. <c>bind</c> tells the renderer what the browser already shows, so that an answer to a key changes nothing.
/// <c>js/text-box.js</c> drops what the server wrote before it knew of a key: the server hears of that key next and has its text.
/// No other component listens to <c>oninput</c>.
/// </remarks>
public sealed partial class TextBox
{
    /// <summary>The text that was typed and that <see cref="Value"/> does not show yet; null while the field shows <see cref="Value"/>.</summary>
    private string? _typed;

    /// <summary>The typed text that <see cref="ValueChanged"/> has not heard of.</summary>
    private bool _untold;

    /// <summary>How many times the text was typed in: what is typed while an answer is awaited is newer than the answer.</summary>
    private int _edits;

    [Parameter]
    public string? Id { get; set; }

    [Parameter]
    public string? Value { get; set; }

    /// <summary>Gives the text when the person leaves the field or presses Enter; with <see cref="Immediate"/> at each key.</summary>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter]
    public bool Immediate { get; set; }

    /// <summary>The person leaves the field; <see cref="ValueChanged"/> has been called before.</summary>
    [Parameter]
    public EventCallback OnLeave { get; set; }

    [Parameter]
    public bool Multiline { get; set; }

    /// <summary>The type of a single-line input. Default: <see cref="TextKind.Text"/>.</summary>
    [Parameter]
    public TextKind Kind { get; set; }

    /// <summary>The other attributes of the element.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private string? Shown => _typed ?? Value;

    /// <summary>Shows <see cref="Value"/> in place of what was typed: the owner has taken the text, and answers with another.</summary>
    public void ShowValue()
    {
        (_typed, _untold) = (null, false);
        _edits++;
    }

    private Task Type(string? text)
    {
        _typed = text ?? "";
        _untold = true;
        _edits++;
        return Immediate ? Tell() : Task.CompletedTask;
    }

    /// <summary>The browser says that the text is whole: the person pressed Enter, left the field, or let the browser fill it in.</summary>
    private Task Change(ChangeEventArgs change)
    {
        var text = change.Value as string ?? "";
        if (text != Shown)
        {
            (_typed, _untold) = (text, true);
            _edits++;
        }

        // A date input calls each key of the year a change: it is whole when it is left.
        return Kind != TextKind.Date ? Settle() : _untold ? Tell() : Task.CompletedTask;
    }

    private async Task LeaveAsync()
    {
        await Settle();
        await OnLeave.InvokeAsync();
    }

    /// <summary>Tells the text if it is new; then the field shows its value again, unless the person has typed on meanwhile.</summary>
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
