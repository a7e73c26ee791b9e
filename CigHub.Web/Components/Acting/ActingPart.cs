using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Acting;

/// <summary>A part of a page that acts for the page's user. It tells the page of each act, and the page reads again.</summary>
public abstract class ActingPart : ActingComponent
{
    [Parameter, EditorRequired]
    public required CurrentUser User { get; set; }

    /// <summary>False for a user who may look at the part but not act in it.</summary>
    [Parameter]
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Raised after an act, with no error when the act was done. The page reads again and shows the errors that the part does not show
    /// itself.
    /// </summary>
    [Parameter, EditorRequired]
    public EventCallback<IReadOnlyList<Error>> Done { get; set; }

    protected override Actor Actor => User.Actor;

    /// <summary>The fields of the part's form, given to its <see cref="FormErrors"/>.</summary>
    protected FormFields Fields { get; } = new();

    protected override Task Reload() => Done.InvokeAsync(Fields.HasNotice ? [] : [.. ActErrors.Where(e => Fields.Find(e.Field) is null)]);
}
