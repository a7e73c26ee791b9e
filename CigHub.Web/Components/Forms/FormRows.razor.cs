using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>
/// A list inside a form, to which the user adds rows and from which the user removes them. For a screen reader each row is a group with a
/// name.
/// </summary>
public sealed partial class FormRows<T>
    where T : class, new()
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The HTML id of the list's heading, unique on the page.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>The list that the form holds. Adding and removing rows changes it directly.</summary>
    [Parameter, EditorRequired]
    public required List<T> Rows { get; set; }

    /// <summary>The name of the list in the form, from which errors of a row take theirs: <c>Elenco[0].Campo</c>.</summary>
    [Parameter, EditorRequired]
    public required string List { get; set; }

    /// <summary>The Italian noun for one row.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>The words on the button that adds a row.</summary>
    [Parameter, EditorRequired]
    public required string Add { get; set; }

    [Parameter]
    public string? Note { get; set; }

    /// <summary>The smallest number of rows. Fewer cannot be left by removing rows.</summary>
    [Parameter]
    public int Minimum { get; set; }

    /// <summary>The template that draws the fields of a row.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<FormRow<T>> Row { get; set; }
}

/// <summary>One row of a list in a form, with its place, as the template <c>Row</c> receives it.</summary>
public sealed record FormRow<T>(T Value, string List, int Position)
{
    /// <summary>Returns the name of one of the row's fields in the form that errors use, for example <c>Elenco[0].Campo</c>.</summary>
    public string Field(string nome) => $"{List}[{Position}].{nome}";
}
