using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Acting;

/// <summary>
/// The base class of a part of a page that runs commands for the page's user. It tells the page of each command, so that the page reads its
/// data again.
/// </summary>
public abstract class ActingPart : ActingComponent
{
    [Parameter, EditorRequired]
    public required CurrentUser User { get; set; }

    /// <summary>Says whether the user may act in this part. If not, the user only sees it.</summary>
    [Parameter]
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Raised after each command, with its errors, or with none when it succeeded. The page reads its data again and shows the errors that
    /// the part does not show itself.
    /// </summary>
    [Parameter, EditorRequired]
    public EventCallback<IReadOnlyList<Error>> Done { get; set; }

    protected override Actor Actor => User.Actor;

    /// <summary>The fields of the part's form. The part gives them to its <see cref="FormErrors"/>.</summary>
    protected FormFields Fields { get; } = new();

    protected override Task Reload() => Done.InvokeAsync(Fields.HasNotice ? [] : [.. ActErrors.Where(e => Fields.Find(e.Field) is null)]);
}
