using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CigHub.Domain.Registro;

/// <summary>A text with the signatures of one or more keys below it.</summary>
/// <remarks>
/// The note itself proves nothing: ask <see cref="IsSignedBy"/> with a key that is trusted. Equality: by reference. Source: C2SP signed-note
/// 1.0.0.
/// </remarks>
public sealed class SignedNote
{
    /// <summary>The largest number of bytes of a note that is read. A checkpoint has a few hundred.</summary>
    public const int MaxLength = 64 * 1024;

    /// <summary>The largest number of signatures that are read.</summary>
    private const int MaxSignatures = 100;

    private const string SignatureStart = "— ";

    public SignedNote(string text, params IReadOnlyList<NoteSignature> firme) => (Text, Firme) = (text, firme);

    /// <summary>The signed text, which ends with a line feed.</summary>
    public string Text { get; }

    public IReadOnlyList<NoteSignature> Firme { get; }

    /// <summary>Reads a note. Returns null when it is none. Line ends of Windows, as a paste or a mail program makes them, are accepted.</summary>
    public static SignedNote? Parse(string written)
    {
        if (written.Length > MaxLength)
        {
            return null;
        }

        var all = written.ReplaceLineEndings("\n").Trim('\n', ' ', '\uFEFF') + "\n";
        var gap = all.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (gap < 0)
        {
            return null;
        }

        var lines = all[(gap + 2)..].TrimEnd('\n').Split('\n');
        var firme = lines.Length > MaxSignatures ? [] : lines.Select(ParseSignature).ToList();
        return firme.Count == 0 || firme.Contains(null) ? null : new SignedNote(all[..(gap + 1)], [.. firme.OfType<NoteSignature>()]);
    }

    /// <summary>Says whether the note carries a valid signature of a key.</summary>
    /// <param name="verify">Verifies an Ed25519 signature: public key, message, signature.</param>
    public bool IsSignedBy(NoteKey chiave, Ed25519Verifier verify) =>
        Firme.Any(f => f.Name == chiave.Name && f.KeyId == chiave.KeyId && f.Value.Length == NoteKey.SignatureLength
            && verify(chiave.PublicKey, Encoding.UTF8.GetBytes(Text), f.Value));

    /// <summary>Says whether the note names a key among its signatures, whether or not that signature is valid.</summary>
    public bool Names(NoteKey chiave) => Firme.Any(f => f.Name == chiave.Name && f.KeyId == chiave.KeyId);

    /// <summary>Returns the note as it is written to a file: the text, an empty line, the signatures.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var firma in Firme)
        {
            note.Append(firma).Append('\n');
        }

        return note.ToString();
    }

    private static NoteSignature? ParseSignature(string line)
    {
        if (!line.StartsWith(SignatureStart, StringComparison.Ordinal) || line[SignatureStart.Length..].Split(' ') is not [{ Length: > 0 } name, var base64])
        {
            return null;
        }

        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length > sizeof(uint)
            ? new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[sizeof(uint)..length])
            : null;
    }
}

/// <summary>Verifies an Ed25519 signature over a message.</summary>
public delegate bool Ed25519Verifier(byte[] publicKey, byte[] message, byte[] signature);

/// <summary>One signature below a note: the name and the id of its key, and the signature itself.</summary>
/// <remarks>Equality: by name, id and reference of the bytes.</remarks>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Value)
{
    public override string ToString()
    {
        var bytes = new byte[sizeof(uint) + Value.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Value.CopyTo(bytes, sizeof(uint));
        return $"— {Name} {Convert.ToBase64String(bytes)}";
    }
}

/// <summary>The public half of an Ed25519 key that signs notes.</summary>
/// <remarks>Equality: by its text, the verifier key. Source: C2SP signed-note 1.0.0.</remarks>
public sealed class NoteKey : IEquatable<NoteKey>
{
    /// <summary>The number of bytes of an Ed25519 signature.</summary>
    public const int SignatureLength = 64;

    private const int PublicLength = 32;
    private const byte Ed25519 = 0x01;

    /// <exception cref="ArgumentException">The name or the length of the public key is wrong.</exception>
    public NoteKey(string name, byte[] publicKey)
    {
        if (!IsName(name) || publicKey.Length != PublicLength)
        {
            throw new ArgumentException("A key has a name without spaces and 32 bytes.", nameof(name));
        }

        (Name, PublicKey) = (name, publicKey);
        byte[] named = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519, .. publicKey];
        KeyId = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(named));
    }

    public string Name { get; }

    public byte[] PublicKey { get; }

    /// <summary>The number by which a signature names its key: the first four bytes of a hash of name, algorithm and public key.</summary>
    public uint KeyId { get; }

    /// <summary>The id in eight hexadecimal digits, as the pages show it.</summary>
    public string Id => KeyId.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>Reads a verifier key. Returns null when the text is none, or when its id does not belong to it.</summary>
    public static NoteKey? Parse(string text)
    {
        if (text.Trim().Split('+', 3) is not [var name, var id, var base64] || !IsName(name))
        {
            return null;
        }

        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length == PublicLength + 1 && bytes[0] == Ed25519
            && new NoteKey(name, bytes[1..length]) is var key && key.Id == id
            ? key
            : null;
    }

    public bool Equals(NoteKey? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as NoteKey);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns the verifier key: <c>name+id+base64(algorithm and public key)</c>.</summary>
    public override string ToString() => $"{Name}+{Id}+{Convert.ToBase64String([Ed25519, .. PublicKey])}";

    private static bool IsName(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || c == '+');
}
