namespace CigHub.Web.Security;

/// <summary>
/// Refuses a circuit that a page of another origin tries to open. A browser lets any page open a WebSocket to any host and sends the
/// cookies along, so only the <c>Origin</c> header reveals it (cross-site WebSocket hijacking).
/// </summary>
public static class CircuitOrigin
{
    private static readonly PathString _circuits = "/_blazor";

    /// <summary>
    /// Adds the check of the origin. Call it after the forwarded headers of the proxies are read, because host and scheme must be those
    /// that the browser sees.
    /// </summary>
    public static WebApplication UseCircuitOrigin(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            if (!http.Request.Path.StartsWithSegments(_circuits) || IsOurs(http.Request))
            {
                return next(http);
            }

            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("CigHub.Security.CircuitOrigin")
                .LogWarning("Refused a circuit: its origin is missing or not this host");
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
        return app;
    }

    /// <summary>
    /// Says whether a request may reach a circuit. An upgrade must name our origin. Another request may leave the origin out, as browsers
    /// do for same-origin reads, but must not name a foreign one.
    /// </summary>
    internal static bool IsOurs(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        return origin.Count == 0 ? !IsUpgrade(request) : origin.Count == 1 && Same(origin[0], request);
    }

    /// <summary>
    /// Says whether a request opens a WebSocket: an upgrade in HTTP/1.1, a CONNECT with the protocol as a pseudo-header in HTTP/2.
    /// </summary>
    private static bool IsUpgrade(HttpRequest request) =>
        HttpMethods.IsConnect(request.Method)
        || request.Headers.Upgrade.Count > 0
        || request.Headers.SecWebSocketKey.Count > 0
        || request.Headers.SecWebSocketVersion.Count > 0;

    private static bool Same(string? origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here)
        && string.Equals(from.GetLeftPart(UriPartial.Authority), here.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
}
