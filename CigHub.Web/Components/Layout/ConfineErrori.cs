using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// Keeps a page's unexpected error inside the page: the frame stays, and a short code joins what the person reads to what the log says.
/// </summary>
public sealed class ConfineErrori : ErrorBoundaryBase
{
    [Inject]
    public required ILogger<ConfineErrori> Log { get; init; }

    /// <summary>Eight letters and digits, new for each error; null when nothing has failed.</summary>
    public string? Codice { get; private set; }

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
        Codice = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        Log.LogError(exception, "Unexpected error in a page, shown as {Codice}", Codice);
        return Task.CompletedTask;
    }
}
