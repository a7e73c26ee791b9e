using System.Security.Cryptography;
using System.Text;

namespace CigHub.Domain.Common;

/// <summary>Makes ids for things that are computed anew from the same facts, so that each keeps its id.</summary>
public static class StableId
{
    /// <summary>Returns the same id for the same text, as a Guid of version 8 (RFC 9562): the beginning of its SHA-256.</summary>
    public static Guid Of(string text)
    {
        const int Version = 6, Variant = 8;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        hash[Version] = (byte)(0x80 | (hash[Version] & 0x0F));
        hash[Variant] = (byte)(0x80 | (hash[Variant] & 0x3F));
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
