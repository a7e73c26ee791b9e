using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// Catches an unexpected error of a page and shows it inside the layout, so that header and menu stay. The user sees a short code by which
/// the log entry can be found.
/// </summary>
public sealed class PageErrorBoundary : ErrorBoundaryBase
{
    [Inject]
    public required ILogger<PageErrorBoundary> Log { get; init; }

    /// <summary>The code of the last error: eight hexadecimal digits, new for each error. Null when the page works.</summary>
    public string? Code { get; private set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (CurrentException is { } eccezione)
        {
            builder.AddContent(0, ErrorContent, eccezione);
        }
        else
        {
            builder.AddContent(1, ChildContent);
        }
    }

    protected override Task OnErrorAsync(Exception exception)
    {
        Code = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        Log.LogError(exception, "Unexpected error in a page, shown as {Codice}", Code);
        return Task.CompletedTask;
    }
}
