namespace CigHub.Web.Components.Forms;

/// <summary>
/// A form of the catalogue that can list its fields by name, label and text, so that a page can place errors and show the changes of
/// another user.
/// </summary>
public interface IForm
{
    IReadOnlyList<FormValue> Values();
}

/// <summary>One field of a form with the text that it holds now.</summary>
/// <param name="Name">The name that errors use.</param>
/// <param name="Text">The text for people: the word of a choice, not its code.</param>
public sealed record FormValue(string Name, string Label, string Text);
