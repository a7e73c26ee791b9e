namespace CigHub.Web.Components.Forms;

/// <summary>
/// A form of the catalogue, which lists its fields by name, label and text. The list serves to place errors and to show the changes of
/// another user.
/// </summary>
public interface IForm
{
    IReadOnlyList<FormValue> Values();
}

/// <summary>One field of a form with its present text.</summary>
/// <param name="Name">The name that errors use.</param>
/// <param name="Text">The text for people: the word of a choice, not its code.</param>
public sealed record FormValue(string Name, string Label, string Text);
