using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>
/// Gives a form's fields the errors of the last act: each field shows its own, and <see cref="FormNotice"/> those that no field shows.
/// </summary>
public sealed partial class FormErrors
{
    private IReadOnlyList<Error>? _given;

    [Parameter, EditorRequired]
    public required IReadOnlyList<Error> Errors { get; set; }

    /// <summary>The form's fields, for a component that asks which errors are shown.</summary>
    [Parameter]
    public FormFields Fields { get; set; } = new();

    /// <summary>Stands before the names of the fields where two forms of a page have fields of the same name.</summary>
    [Parameter]
    public string? Prefix { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private IReadOnlyList<Error> Shown { get; set; } = [];

    protected override void OnParametersSet()
    {
        Fields.Prefix = Prefix;

        // The same list while the errors are the same: a field that was typed into since tells old errors from new ones by it.
        if (!ReferenceEquals(_given, Errors))
        {
            _given = Errors;
            Shown = Prefix is null ? Errors : [.. Errors.Select(e => e.Field is null ? e : e with { Field = Prefix + e.Field })];
        }
    }
}
