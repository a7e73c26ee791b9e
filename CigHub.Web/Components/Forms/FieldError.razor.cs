using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>Shows the error of a field that is no <see cref="InputField"/>, such as a file or a table of rows.</summary>
public sealed partial class FieldError
{
    [CascadingParameter]
    public FormFields? Fields { get; set; }

    [CascadingParameter]
    public IReadOnlyList<Error>? Errors { get; set; }

    /// <summary>The name of the field, as the errors give it.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The HTML id of the field's input, to which the form's notice links.</summary>
    [Parameter, EditorRequired]
    public required string For { get; set; }

    /// <summary>The HTML id of the message. Default: the id of the input followed by <c>-errore</c>.</summary>
    [Parameter]
    public string? Id { get; set; }

    [Parameter]
    public string? Role { get; set; }

    private string? Message => Errors is null ? null : string.Join(" ", Errors.Where(e => e.Field == Name).Select(e => e.Message));

    public void Dispose() => Fields?.Hide(this);

    protected override void OnParametersSet() => Fields?.Show(this, new FormField(Name, Label, For));
}
