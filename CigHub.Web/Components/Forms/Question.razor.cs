using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>
/// A button whose action the user must confirm. The question is a native dialog, which <c>js/scorciatoie.js</c> opens and closes without
/// the server. The focus starts on the harmless answer, and Escape closes the dialog. Then <c>js/questions.js</c> gives the focus back.
/// </summary>
public sealed partial class Question
{
    private readonly string _id = Guid.NewGuid().ToString("N")[..8];

    /// <summary>The words of the button that opens the question.</summary>
    [Parameter, EditorRequired]
    public required string Opener { get; set; }

    /// <summary>The accessible name of the opening button, where its words do not say what it acts on.</summary>
    [Parameter]
    public string? OpenerLabel { get; set; }

    [Parameter]
    public string OpenerClass { get; set; } = "bottone";

    /// <summary>The heading of the dialog: the question itself.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The sentence that says what follows a yes.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Raised when the question opens, so that <see cref="ChildContent"/> can be read.</summary>
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

    /// <summary>Says whether the button for yes is disabled.</summary>
    [Parameter]
    public bool YesDisabled { get; set; }

    private string OpenerId => $"chiede-{_id}";

    private string DialogId => $"domanda-{_id}";

    private string TitleId => $"domanda-titolo-{_id}";
}
