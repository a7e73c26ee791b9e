using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>
/// Passes the errors of the last command to the fields of the form inside it. Each field shows its own errors, and <see cref="FormNotice"/>
/// shows the others.
/// </summary>
public sealed partial class FormErrors
{
    private IReadOnlyList<Error>? _given;

    [Parameter, EditorRequired]
    public required IReadOnlyList<Error> Errors { get; set; }

    /// <summary>The fields of the form. A component sets them when it must know which errors a field already shows.</summary>
    [Parameter]
    public FormFields Fields { get; set; } = new();

    /// <summary>
    /// The prefix that this component puts before the field names of the errors, for a page where two forms have fields of the same name.
    /// Null when none is needed.
    /// </summary>
    [Parameter]
    public string? Prefix { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private IReadOnlyList<Error> Shown { get; set; } = [];

    protected override void OnParametersSet()
    {
        Fields.Prefix = Prefix;

        // Keep the list while the errors are the same. A field tells old errors from new ones by the identity of the list.
        if (!ReferenceEquals(_given, Errors))
        {
            _given = Errors;
            Shown = Prefix is null ? Errors : [.. Errors.Select(e => e.Field is null ? e : e with { Field = Prefix + e.Field })];
        }
    }
}
