using System.Globalization;
using System.Text;

namespace CigHub.Domain.Registro;

/// <summary>
/// A checkpoint: the statement that the registro of an installation has a number of events and a root. Whoever keeps one elsewhere can later
/// prove that the events of that time were cut or rewritten.
/// </summary>
/// <remarks>
/// Immutable. Equality: by its text. It has no order. It says nothing about its own author: that does the <see cref="SignedNote"/> around
/// it. Source: C2SP tlog-checkpoint 1.0.0.
/// </remarks>
public sealed class Checkpoint : IEquatable<Checkpoint>
{
    /// <summary>The number of lines that every checkpoint has: origin, size and root.</summary>
    private const int LinesAlways = 3;

    private readonly byte[] _radice;

    /// <exception cref="ArgumentException">The root is not 32 bytes, or a line would not be one line.</exception>
    public Checkpoint(string origine, long dimensione, ReadOnlySpan<byte> radice, params IReadOnlyList<string> estensioni)
    {
        MerkleTree.ControllaLunghezza(radice);
        ArgumentOutOfRangeException.ThrowIfNegative(dimensione);
        if (!IsLine(origine) || !estensioni.All(IsLine))
        {
            throw new ArgumentException("The origin and every extension are one line that is not empty.", nameof(origine));
        }

        (Origine, Dimensione, _radice, Estensioni) = (origine, dimensione, radice.ToArray(), estensioni);
    }

    /// <summary>The name of the registro, which is also the name of the keys that sign it.</summary>
    public string Origine { get; }

    /// <summary>The number of events that the checkpoint covers, from the first one on.</summary>
    public long Dimensione { get; }

    /// <summary>A copy of the 32 bytes of the root over those events.</summary>
    public byte[] Radice => [.. _radice];

    /// <summary>The further lines, in their order, which say for example when the checkpoint was made.</summary>
    public IReadOnlyList<string> Estensioni { get; }

    /// <summary>The text that is signed: one line each, the last one ended too.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder().Append(Origine).Append('\n')
                .Append(Dimensione.ToString(CultureInfo.InvariantCulture)).Append('\n')
                .Append(Convert.ToBase64String(_radice)).Append('\n');
            foreach (var line in Estensioni)
            {
                text.Append(line).Append('\n');
            }

            return text.ToString();
        }
    }

    /// <summary>Reads a checkpoint from the text of a note. Returns null when the text is none, also when a number is not in its one form.</summary>
    public static Checkpoint? Parse(string text)
    {
        var lines = text.Split('\n');
        var root = new byte[MerkleTree.LunghezzaHash + 1];
        return lines.Length > LinesAlways && lines[^1].Length == 0 && lines[..^1].All(IsLine)
            && long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && size.ToString(CultureInfo.InvariantCulture) == lines[1]
            && Convert.TryFromBase64String(lines[2], root, out var length) && length == MerkleTree.LunghezzaHash
            && Convert.ToBase64String(root[..length]) == lines[2]
            ? new Checkpoint(lines[0], size, root.AsSpan(0, length), lines[LinesAlways..^1])
            : null;
    }

    public bool SameRoot(ReadOnlySpan<byte> radice) => radice.SequenceEqual(_radice);

    public bool Equals(Checkpoint? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as Checkpoint);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Origine} {Dimensione}:{Convert.ToHexStringLower(_radice)}";

    private static bool IsLine(string line) => line.Length > 0 && !line.Any(char.IsControl);
}
