namespace CigHub.Web.Security.Sessioni;

/// <summary>
/// Describes a browser in three words, enough for its user to recognize it. The text of the User-Agent header is not kept, because anyone
/// can write any text there.
/// </summary>
public static class BrowserDescription
{
    private static readonly (string Segno, string Nome)[] _browser =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Segno, string Nome)[] _systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    /// <summary>
    /// Returns a description such as <c>Firefox su Windows</c>. Parts that the header does not tell are missing, or read «Browser
    /// sconosciuto».
    /// </summary>
    public static string Of(string? userAgent)
    {
        var browser = Find(_browser, userAgent) ?? "Browser sconosciuto";
        return Find(_systems, userAgent) is { } sistema ? $"{browser} su {sistema}" : browser;
    }

    private static string? Find((string Segno, string Nome)[] noti, string? testo) =>
        testo is null ? null : Array.Find(noti, n => testo.Contains(n.Segno, StringComparison.Ordinal)).Nome;
}
