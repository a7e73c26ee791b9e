using System.Globalization;
using CigHub.Domain.Registro;
using CigHub.Web.Data.Attestazioni;

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

    private const string TimeLine = "ora ";

    /// <summary>The note with its signature. Null for a note without one, as earlier versions wrote it.</summary>
    public SignedNote? Envelope { get; private init; }

    /// <summary>The content without a signature: origin, size and root in base64, then the time.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n{Utc.ToString(TimeFormat, CultureInfo.InvariantCulture)}\n");

    /// <summary>Reads a note from a file. Returns null when the file does not exist, or when it holds anything else.</summary>
    public static HeadNote? Read(string file)
    {
        var text = File.Exists(file) ? File.ReadAllText(file) : "";
        if (SignedNote.Parse(text) is { } signed && Checkpoint.Parse(signed.Text) is { } checkpoint)
        {
            return new HeadNote(checkpoint.Dimensione, checkpoint.Radice, TimeOf(checkpoint)) { Envelope = signed };
        }

        var lines = text.TrimEnd('\n').Split('\n');
        var root = new byte[32];
        return lines is [Origin, var size, var base64, var time]
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var events)
            && Convert.TryFromBase64String(base64, root, out var length) && length == root.Length
            && DateTime.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture, AsUtc, out var utc)
            ? new HeadNote(events, root, utc)
            : null;
    }

    /// <summary>Returns the note as a checkpoint that a key has signed, which is what the file holds.</summary>
    internal string SignedBy(NoteSigner signer) =>
        signer.Sign(new Checkpoint(signer.Key.Name, Size, Root, TimeLine + Utc.ToString(TimeFormat, CultureInfo.InvariantCulture)).Text).ToString();

    private static DateTime TimeOf(Checkpoint checkpoint)
    {
        var line = checkpoint.Estensioni.FirstOrDefault(e => e.StartsWith(TimeLine, StringComparison.Ordinal)) ?? "";
        return DateTime.TryParseExact(line[Math.Min(line.Length, TimeLine.Length)..], TimeFormat, CultureInfo.InvariantCulture, AsUtc, out var utc)
            ? utc
            : Attestazione.Of(checkpoint)?.Utc ?? DateTime.UnixEpoch;
    }

    public bool SameRoot(ReadOnlySpan<byte> root) => root.SequenceEqual(Root);
}
