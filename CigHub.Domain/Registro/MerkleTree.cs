using System.Security.Cryptography;

namespace CigHub.Domain.Registro;

/// <summary>
/// Computes the hashes of the Merkle tree over the events. Leaves and nodes are hashed with different first bytes, so that a leaf can never
/// pass as a node.
/// </summary>
/// <remarks>Source: RFC 6962 §2.1, with SHA-256.</remarks>
public static class MerkleTree
{
    /// <summary>The number of bytes of a hash.</summary>
    public const int LunghezzaHash = SHA256.HashSizeInBytes;

    private const byte PrefissoFoglia = 0x00;
    private const byte PrefissoNodo = 0x01;

    /// <summary>Returns the root of the tree without events: the SHA-256 of no bytes.</summary>
    public static byte[] Vuoto() => SHA256.HashData([]);

    /// <summary>Returns the hash of a leaf, which is one event: SHA-256(0x00 ‖ bytes of the event).</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> byteCanonici)
    {
        var foglia = new byte[LunghezzaHash];
        byte[]? lavoro = null;
        Leaf(byteCanonici, ref lavoro, foglia);
        return foglia;
    }

    /// <summary>Returns the hash of a node from the hashes of its two parts: SHA-256(0x01 ‖ left ‖ right).</summary>
    /// <exception cref="ArgumentException">A part is not 32 bytes.</exception>
    public static byte[] Node(ReadOnlySpan<byte> sinistra, ReadOnlySpan<byte> destra)
    {
        var nodo = new byte[LunghezzaHash];
        Node(sinistra, destra, nodo);
        return nodo;
    }

    /// <summary>
    /// Computes the hash of a leaf into <paramref name="foglia"/> without allocating. A caller that hashes many events passes the same work
    /// buffer each time.
    /// </summary>
    internal static void Leaf(ReadOnlySpan<byte> byteCanonici, ref byte[]? lavoro, Span<byte> foglia)
    {
        var lunghezza = byteCanonici.Length + 1;
        if (lavoro is null || lavoro.Length < lunghezza)
        {
            lavoro = new byte[Math.Max(lunghezza, 1024)];
        }

        lavoro[0] = PrefissoFoglia;
        byteCanonici.CopyTo(lavoro.AsSpan(1));
        SHA256.HashData(lavoro.AsSpan(0, lunghezza), foglia);
    }

    /// <summary>Computes the hash of a node into <paramref name="nodo"/>, which may be the memory of either part.</summary>
    internal static void Node(ReadOnlySpan<byte> sinistra, ReadOnlySpan<byte> destra, Span<byte> nodo)
    {
        ControllaLunghezza(sinistra);
        ControllaLunghezza(destra);
        Span<byte> tutto = stackalloc byte[1 + (2 * LunghezzaHash)];
        tutto[0] = PrefissoNodo;
        sinistra.CopyTo(tutto[1..]);
        destra.CopyTo(tutto[(1 + LunghezzaHash)..]);
        SHA256.HashData(tutto, nodo);
    }

    /// <summary>
    /// Computes the root of a perfect subtree from its leaves, which stand one after the other and are overwritten. Returns the memory of
    /// the root. The number of leaves is a power of two.
    /// </summary>
    internal static Span<byte> Fold(Span<byte> foglie)
    {
        for (var restano = foglie; restano.Length > LunghezzaHash; restano = foglie[..(restano.Length / 2)])
        {
            for (var qui = 0; qui < restano.Length; qui += 2 * LunghezzaHash)
            {
                Node(restano.Slice(qui, LunghezzaHash), restano.Slice(qui + LunghezzaHash, LunghezzaHash), restano.Slice(qui / 2, LunghezzaHash));
            }
        }

        return foglie[..LunghezzaHash];
    }

    internal static void ControllaLunghezza(ReadOnlySpan<byte> hash)
    {
        if (hash.Length != LunghezzaHash)
        {
            throw new ArgumentException($"A hash has {LunghezzaHash} bytes, not {hash.Length}.", nameof(hash));
        }
    }
}
