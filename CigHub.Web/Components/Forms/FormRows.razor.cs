using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>A list inside a form. The user adds and removes rows, and each row is a named group.</summary>
public sealed partial class FormRows<T>
    where T : class, new()
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The id of the heading, unique on the page.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>The rows: the list that the form holds.</summary>
    [Parameter, EditorRequired]
    public required List<T> Rows { get; set; }

    /// <summary>The name of the list in the form. Errors of a row are called <c>Elenco[0].Campo</c>.</summary>
    [Parameter, EditorRequired]
    public required string List { get; set; }

    /// <summary>The name of one row, in Italian.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>The words of the button that adds a row.</summary>
    [Parameter, EditorRequired]
    public required string Add { get; set; }

    [Parameter]
    public string? Note { get; set; }

    /// <summary>The number of rows that must stay.</summary>
    [Parameter]
    public int Minimum { get; set; }

    /// <summary>Draws the fields of a row.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<FormRow<T>> Row { get; set; }
}

/// <summary>One row of a list in a form, with its place, as the template of its fields gets it.</summary>
public sealed record FormRow<T>(T Value, string List, int Position)
{
    /// <summary>Returns the name of a field of the row, as errors call it.</summary>
    public string Field(string nome) => $"{List}[{Position}].{nome}";
}
