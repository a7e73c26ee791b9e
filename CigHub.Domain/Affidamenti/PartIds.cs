using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CigHub.Domain.Affidamenti;

/// <summary>Computes the ids of those parts of an Affidamento that are known by their position: adhesions and tentativi.</summary>
internal static class PartIds
{
    /// <summary>
    /// Computes the id of the part with a number in an Affidamento, as a Guid v7. It has the instant of the Affidamento's id, so that
    /// rows stay in order, and a SHA-256 of id and number in place of the random part.
    /// </summary>
    public static Guid Of(Guid affidamentoId, int numero)
    {
        const int OfTheInstant = 6, OfTheVersion = 6, OfTheVariant = 8;
        Span<byte> source = stackalloc byte[20];
        affidamentoId.TryWriteBytes(source, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(source[16..], numero);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, hash);
        var id = hash[..16];
        source[..OfTheInstant].CopyTo(id);
        id[OfTheVersion] = (byte)(0x70 | (id[OfTheVersion] & 0x0F));
        id[OfTheVariant] = (byte)(0x80 | (id[OfTheVariant] & 0x3F));
        return new Guid(id, bigEndian: true);
    }
}
