using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>
/// A button whose action the user must confirm in a native dialog. <c>js/scorciatoie.js</c> opens and closes the dialog without the server.
/// The focus starts on the harmless answer, Escape closes the dialog, and <c>js/questions.js</c> then gives the focus back.
/// </summary>
public sealed partial class Question
{
    private readonly string _id = Guid.NewGuid().ToString("N")[..8];

    /// <summary>The words on the button that opens the dialog.</summary>
    [Parameter, EditorRequired]
    public required string Opener { get; set; }

    /// <summary>
    /// The accessible name of the button that opens the dialog, when its words alone do not say what the action is about.
    /// </summary>
    [Parameter]
    public string? OpenerLabel { get; set; }

    [Parameter]
    public string OpenerClass { get; set; } = "bottone";

    /// <summary>
    /// The id of a menu that opens the dialog in place of a button: one of its items has <c>data-apri</c> with <see cref="DialogOf"/>. The
    /// focus goes back to the menu.
    /// </summary>
    [Parameter]
    public string? OpenedBy { get; set; }

    /// <summary>The heading of the dialog: the question itself.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The sentence that tells the user what happens after a yes.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Raised when the dialog opens, so that the page can load the data for <see cref="ChildContent"/>.</summary>
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

    /// <summary>Says whether the button that confirms the action is disabled.</summary>
    [Parameter]
    public bool YesDisabled { get; set; }

    /// <summary>Returns the id of the dialog that a menu with that id opens.</summary>
    public static string DialogOf(string menu) => $"domanda-{menu}";

    private string OpenerId => OpenedBy ?? $"chiede-{_id}";

    private string DialogId => DialogOf(OpenedBy ?? _id);

    private string TitleId => $"domanda-titolo-{_id}";
}
