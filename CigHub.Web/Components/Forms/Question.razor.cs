using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>
/// A button whose action is asked once more before it is done. The question is a native dialog, opened and closed by <c>js/scorciatoie.js</c>
/// without asking the server: it takes the focus on the harmless answer, Escape closes it, and <c>js/questions.js</c> gives the focus back.
/// </summary>
public sealed partial class Question
{
    private readonly string _id = Guid.NewGuid().ToString("N")[..8];

    /// <summary>The words of the button that opens the question.</summary>
    [Parameter, EditorRequired]
    public required string Opener { get; set; }

    /// <summary>The button's name where its words alone do not say what it acts on.</summary>
    [Parameter]
    public string? OpenerLabel { get; set; }

    [Parameter]
    public string OpenerClass { get; set; } = "bottone";

    /// <summary>The question itself.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The action that follows a yes.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The question has been opened: its <see cref="ChildContent"/> may be read now.</summary>
    [Parameter]
    public EventCallback OnOpen { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter, EditorRequired]
    public required string Yes { get; set; }

    [Parameter, EditorRequired]
    public required string No { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnYes { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>A yes is not possible, or not yet.</summary>
    [Parameter]
    public bool YesDisabled { get; set; }

    private string OpenerId => $"chiede-{_id}";

    private string DialogId => $"domanda-{_id}";

    private string TitleId => $"domanda-titolo-{_id}";
}
