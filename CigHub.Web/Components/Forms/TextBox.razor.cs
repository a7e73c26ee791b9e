using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>The type of a single-line input, as HTML calls it.</summary>
public enum TextKind
{
    Text,
    Search,

    /// <summary>The date input of the browser. Its text is <c>2026-02-01</c>, and each key of the year changes it.</summary>
    Date,
}

/// <summary>
/// A text input of one line or of several. An older answer of the server never replaces the text that the user types. While the user types,
/// the field shows the typed text. A new <see cref="Value"/> waits until the user leaves the field or presses Enter.
/// </summary>
/// <remarks>
/// Two parts do this. <c>bind</c> tells the renderer what the browser already shows, so that an answer to a key changes nothing.
/// <c>js/text-box.js</c> drops a text that the server wrote before it knew of a key. The server hears of that key next and then has its
/// text. No other component listens to <c>oninput</c>.
/// </remarks>
public sealed partial class TextBox
{
    /// <summary>The typed text that <see cref="Value"/> does not show yet; null while the field shows <see cref="Value"/>.</summary>
    private string? _typed;

    /// <summary>Says whether <see cref="ValueChanged"/> has not been called for the typed text yet.</summary>
    private bool _untold;

    /// <summary>The number of edits so far. An edit during a call makes the typed text newer than the answer.</summary>
    private int _edits;

    [Parameter]
    public string? Id { get; set; }

    [Parameter]
    public string? Value { get; set; }

    /// <summary>
    /// Gives the text when the user leaves the field or presses Enter. With <see cref="Immediate"/> it gives the text at each key.
    /// </summary>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter]
    public bool Immediate { get; set; }

    /// <summary>Raised when the user leaves the field, after <see cref="ValueChanged"/>.</summary>
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

    /// <summary>
    /// Shows <see cref="Value"/> in place of the typed text. The owner calls it when it has taken the text and answers with another.
    /// </summary>
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

    /// <summary>Takes the whole text from the browser. The user pressed Enter, left the field, or let the browser fill it in.</summary>
    private Task Change(ChangeEventArgs change)
    {
        var text = change.Value as string ?? "";
        if (text != Shown)
        {
            (_typed, _untold) = (text, true);
            _edits++;
        }

        // A date input raises a change at each key of the year. Its text is whole when the user leaves it.
        return Kind != TextKind.Date ? Settle() : _untold ? Tell() : Task.CompletedTask;
    }

    private async Task LeaveAsync()
    {
        await Settle();
        await OnLeave.InvokeAsync();
    }

    /// <summary>Gives the text if it is new. Then the field shows its value again, unless the user has typed more meanwhile.</summary>
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
