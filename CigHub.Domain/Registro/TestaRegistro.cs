using System.Buffers.Binary;
using System.Numerics;
using CigHub.Domain.Common;

namespace CigHub.Domain.Registro;

/// <summary>
/// The head (testa) of the registro: the number of events, the root of their Merkle tree, and its right edge, which lets one more event be
/// appended without reading the others.
/// </summary>
/// <remarks>
/// Immutable: the arrays that it returns are copies. Equality: by size and edge, from which the root follows. It has no order. The edge
/// holds the roots of the perfect subtrees from left to right, one for each bit set in the size, the largest first. The root joins them
/// from the right. Source: RFC 6962 §2.1 (an odd node is promoted, never doubled).
/// </remarks>
public sealed class TestaRegistro : IEquatable<TestaRegistro>
{
    private const int L = MerkleTree.LunghezzaHash;

    private readonly byte[] _bordo;
    private byte[]? _radice;

    private TestaRegistro(long dimensione, byte[] bordo)
    {
        Dimensione = dimensione;
        _bordo = bordo;
    }

    /// <summary>The head of a registro without events.</summary>
    public static TestaRegistro Vuota { get; } = new(0, []);

    /// <summary>The number of events. The next event's number is one more.</summary>
    public long Dimensione { get; }

    /// <summary>A copy of the 32 bytes of the tree's root.</summary>
    public byte[] Radice => [.. RadiceInterna];

    /// <summary>A copy of the right edge: the hashes of its subtrees one after the other, 32 bytes for each bit set in the size.</summary>
    public byte[] Bordo => [.. _bordo];

    /// <summary>
    /// The root of the tree, computed at its first use. A caller that appends a million events then computes one root, not a million.
    /// </summary>
    private byte[] RadiceInterna => _radice ??= CalcolaRadice();

    public static bool operator ==(TestaRegistro? a, TestaRegistro? b) => a is null ? b is null : a.Equals(b);

    public static bool operator !=(TestaRegistro? a, TestaRegistro? b) => !(a == b);

    /// <summary>Creates a head from stored values. Returns an error when size, root and edge do not belong together.</summary>
    /// <remarks>
    /// Two sizes with the same number of bits set have edges of the same length, so a size that was altered to such another one passes
    /// here. <see cref="VerificaRegistro"/> finds it by counting the events.
    /// </remarks>
    /// <returns>
    /// Errors: <c>registro.testa-dimensione</c> (negative), <c>registro.testa-bordo</c> (wrong length for the size),
    /// <c>registro.testa-radice</c> (not the root of that edge).
    /// </returns>
    public static Result<TestaRegistro> Ricostruita(long dimensione, ReadOnlySpan<byte> radice, ReadOnlySpan<byte> bordo)
    {
        if (dimensione < 0)
        {
            return Rifiuto("dimensione", "il numero degli eventi è negativo");
        }

        if (bordo.Length != BitOperations.PopCount((ulong)dimensione) * L)
        {
            return Rifiuto("bordo", $"il bordo non è quello di un registro di {Plural.Of(dimensione, "evento", "eventi")}");
        }

        var testa = new TestaRegistro(dimensione, bordo.ToArray());
        return radice.SequenceEqual(testa.RadiceInterna) ? testa : Rifiuto("radice", "la radice non è quella del suo bordo");
    }

    /// <summary>Returns the head after one more event, whose leaf is given. This head does not change.</summary>
    /// <exception cref="ArgumentException">The leaf is not 32 bytes.</exception>
    public TestaRegistro Aggiungi(ReadOnlySpan<byte> foglia) => Aggiungi(foglia, 1);

    /// <summary>Returns the head after the events of one more perfect subtree, whose root is given.</summary>
    /// <param name="ampiezza">The number of events of the subtree: a power of two that divides the size of this head.</param>
    /// <exception cref="ArgumentException">The root is not 32 bytes.</exception>
    internal TestaRegistro Aggiungi(ReadOnlySpan<byte> radice, int ampiezza)
    {
        MerkleTree.ControllaLunghezza(radice);
        Span<byte> nodo = stackalloc byte[L];
        radice.CopyTo(nodo);

        // This works like adding in binary: each bit set at the end of the size is a subtree as large as the node, and is joined with it.
        var restano = _bordo.Length;
        for (var bit = Dimensione / ampiezza; (bit & 1) == 1; bit >>= 1)
        {
            restano -= L;
            MerkleTree.Node(_bordo.AsSpan(restano, L), nodo, nodo);
        }

        var bordo = new byte[restano + L];
        _bordo.AsSpan(0, restano).CopyTo(bordo);
        nodo.CopyTo(bordo.AsSpan(restano));
        return new TestaRegistro(Dimensione + ampiezza, bordo);
    }

    public bool Equals(TestaRegistro? other) => other is not null && Dimensione == other.Dimensione && StessoBordo(other._bordo);

    public override bool Equals(object? obj) => Equals(obj as TestaRegistro);

    public override int GetHashCode() =>
        HashCode.Combine(Dimensione, _bordo.Length == 0 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(_bordo.AsSpan(_bordo.Length - L)));

    /// <summary>Returns the size and the root in hexadecimal, for logs and failed tests.</summary>
    public override string ToString() => $"{Dimensione}:{Convert.ToHexStringLower(RadiceInterna)}";

    internal bool StessaRadice(ReadOnlySpan<byte> radice) => radice.SequenceEqual(RadiceInterna);

    internal bool StessoBordo(ReadOnlySpan<byte> bordo) => bordo.SequenceEqual(_bordo);

    /// <summary>
    /// Compares the edges of two heads. Returns the numbers of the first and last event, both inclusive, of the first subtree that covers
    /// the same events in both and yet differs, or null when there is none. Two sizes cover the same events only in the leading bits that
    /// they share.
    /// </summary>
    internal (long Da, long A)? PrimaDifferenza(TestaRegistro altra)
    {
        long prima = 0;
        var dove = 0;
        for (var ampiezza = 1L << 62; ampiezza > 0 && ((Dimensione ^ altra.Dimensione) & ampiezza) == 0; ampiezza >>= 1)
        {
            if ((Dimensione & ampiezza) == 0)
            {
                continue;
            }

            if (!_bordo.AsSpan(dove, L).SequenceEqual(altra._bordo.AsSpan(dove, L)))
            {
                return (prima + 1, prima + ampiezza);
            }

            prima += ampiezza;
            dove += L;
        }

        return null;
    }

    private static Error Rifiuto(string codice, string perche) =>
        new(
            $"registro.testa-{codice}",
            $"La testa del registro è stata alterata: {perche}. Non scrivere altro e confronta il database con l'ultima copia di sicurezza.");

    private byte[] CalcolaRadice()
    {
        if (_bordo.Length == 0)
        {
            return MerkleTree.Vuoto();
        }

        var radice = _bordo[^L..];
        for (var dove = _bordo.Length - (2 * L); dove >= 0; dove -= L)
        {
            MerkleTree.Node(_bordo.AsSpan(dove, L), radice, radice);
        }

        return radice;
    }
}
