using System.Text;
using CigHub.Domain.Registro;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace CigHub.Web.Data.Attestazioni;

/// <summary>A private key with its name, which signs notes. Its text is the one of Go's <c>sumdb/note</c>.</summary>
internal sealed class NoteSigner
{
    private const string Heading = "PRIVATE+KEY+";
    private const byte Algorithm = 0x01;

    private readonly byte[] _seed;

    private NoteSigner(string name, byte[] seed) => (_seed, Key) = (seed, new NoteKey(name, Ed25519Signing.PublicOf(seed)));

    public NoteKey Key { get; }

    /// <summary>The private key as it is kept in its file.</summary>
    public string PrivateText => $"{Heading}{Key.Name}+{Key.Id}+{Convert.ToBase64String([Algorithm, .. _seed])}";

    public static NoteSigner Create(string name) => new(name, Ed25519Signing.NewSeed());

    /// <summary>Reads a private key. Returns null when the text is none, or when its id is another one.</summary>
    public static NoteSigner? Parse(string text)
    {
        if (!text.StartsWith(Heading, StringComparison.Ordinal) || text[Heading.Length..].Trim().Split('+', 3) is not [var name, var id, var base64])
        {
            return null;
        }

        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length == Ed25519.SecretKeySize + 1 && bytes[0] == Algorithm
            && new NoteSigner(name, bytes[1..length]) is var signer && signer.Key.Id == id
            ? signer
            : null;
    }

    public SignedNote Sign(string text) => new(text, Signature(text));

    public NoteSignature Signature(string text) => new(Key.Name, Key.KeyId, Ed25519Signing.Sign(_seed, Encoding.UTF8.GetBytes(text)));
}
