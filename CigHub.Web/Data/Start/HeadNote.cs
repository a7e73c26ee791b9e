using System.Globalization;

namespace CigHub.Web.Data.Start;

/// <summary>
/// The head of the registro at an instant, as noted in a file beside the database. It reveals a registro that was cut or rewritten, which
/// the database alone cannot.
/// </summary>
/// <param name="Size">The number of events.</param>
/// <param name="Root">The root's 32 bytes.</param>
/// <param name="Utc">The instant of the note, UTC.</param>
public sealed record HeadNote(long Size, byte[] Root, DateTime Utc)
{
    private const string Origin = "CigHub registro";
    private const DateTimeStyles AsUtc = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The content of the file: three lines as in a C2SP checkpoint (origin, size, root in base64), then the time.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n{Utc.ToString(TimeFormat, CultureInfo.InvariantCulture)}\n");

    /// <summary>Reads a note from a file. Returns null when the file does not exist, or when it holds anything else.</summary>
    public static HeadNote? Read(string file)
    {
        var lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        var root = new byte[32];
        return lines is [Origin, var size, var base64, var time]
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var events)
            && Convert.TryFromBase64String(base64, root, out var length) && length == root.Length
            && DateTime.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture, AsUtc, out var utc)
            ? new HeadNote(events, root, utc)
            : null;
    }

    public bool SameRoot(ReadOnlySpan<byte> root) => root.SequenceEqual(Root);
}
