namespace CigHub.Web.Security.Sessioni;

/// <summary>A browser in three words, enough for a person to know it again; what it sends is anybody's text, so nothing of it is kept.</summary>
public static class DescrizioneBrowser
{
    private static readonly (string Segno, string Nome)[] _browser =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Segno, string Nome)[] _sistemi =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    /// <summary><c>Firefox su Windows</c>; «Browser sconosciuto» when it does not say.</summary>
    public static string Di(string? userAgent)
    {
        var browser = Trova(_browser, userAgent) ?? "Browser sconosciuto";
        return Trova(_sistemi, userAgent) is { } sistema ? $"{browser} su {sistema}" : browser;
    }

    private static string? Trova((string Segno, string Nome)[] noti, string? testo) =>
        testo is null ? null : Array.Find(noti, n => testo.Contains(n.Segno, StringComparison.Ordinal)).Nome;
}
