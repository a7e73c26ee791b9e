using System.Globalization;
using System.Numerics;
using System.Text;

namespace CigHub.Domain.Registro;

/// <summary>Returns the root over the events from one index up to another, the first inclusive, the second exclusive. Indexes begin at 0.</summary>
public delegate byte[] RangeRoot(long da, long a);

/// <summary>
/// Computes and checks the two proofs of the Merkle tree: that an event is in the registro of a checkpoint (inclusion), and that the registro
/// of a later checkpoint continues that of an earlier one (consistency). A proof has a hash for each level of the tree, at most 64.
/// </summary>
/// <remarks>Source: RFC 6962 §2.1.1 and §2.1.2; the checks follow RFC 9162 §2.1.3.2 and §2.1.4.2, which state the same proofs.</remarks>
public static class MerkleProof
{
    private const string Heading = "c2sp.org/tlog-proof@v1";

    /// <summary>Returns the proof that the event with an index is in the tree of a size.</summary>
    /// <param name="indice">The index of the event: its number less one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such event.</exception>
    public static IReadOnlyList<byte[]> Inclusion(long indice, long dimensione, RangeRoot radice)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(indice);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indice, dimensione);
        var prova = new List<byte[]>();
        for (var (da, a) = (0L, dimensione); a - da > 1;)
        {
            var meta = da + Split(a - da);
            prova.Add(indice < meta ? radice(meta, a) : radice(da, meta));
            (da, a) = indice < meta ? (da, meta) : (meta, a);
        }

        prova.Reverse();
        return prova;
    }

    /// <summary>Returns the proof that the tree of the larger size continues the tree of the smaller one. Empty for equal sizes and for size 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The smaller size is not the smaller one.</exception>
    public static IReadOnlyList<byte[]> Consistency(long prima, long dopo, RangeRoot radice)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(prima);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prima, dopo);
        var prova = new List<byte[]>();
        if (prima == 0 || prima == dopo)
        {
            return prova;
        }

        // While the walk keeps to the left edge, the smaller tree's root is known to the reader and needs no hash.
        var (da, a, intero) = (0L, dopo, true);
        while (prima < a)
        {
            var meta = da + Split(a - da);
            if (prima <= meta)
            {
                prova.Add(radice(meta, a));
                a = meta;
            }
            else
            {
                prova.Add(radice(da, meta));
                (da, intero) = (meta, false);
            }
        }

        if (!intero)
        {
            prova.Add(radice(da, a));
        }

        prova.Reverse();
        return prova;
    }

    /// <summary>Says whether a proof shows that a leaf is the event with an index in the tree of a size and root.</summary>
    public static bool Includes(long indice, long dimensione, ReadOnlySpan<byte> foglia, ReadOnlySpan<byte> radice, IReadOnlyList<byte[]> prova)
    {
        if (indice < 0 || indice >= dimensione || !AreHashes(prova))
        {
            return false;
        }

        var (qui, ultimo, hash) = (indice, dimensione - 1, foglia.ToArray());
        foreach (var vicino in prova)
        {
            if (ultimo == 0)
            {
                return false;
            }

            if ((qui & 1) == 1 || qui == ultimo)
            {
                hash = MerkleTree.Node(vicino, hash);
                var salti = BitOperations.TrailingZeroCount(qui);
                (qui, ultimo) = (qui >> salti, ultimo >> salti);
            }
            else
            {
                hash = MerkleTree.Node(hash, vicino);
            }

            (qui, ultimo) = (qui >> 1, ultimo >> 1);
        }

        return ultimo == 0 && radice.SequenceEqual(hash);
    }

    /// <summary>Says whether a proof shows that the tree of the later size and root continues that of the earlier ones.</summary>
    public static bool Continues(long prima, ReadOnlySpan<byte> radicePrima, long dopo, ReadOnlySpan<byte> radiceDopo, IReadOnlyList<byte[]> prova)
    {
        if (prima < 0 || prima > dopo || !AreHashes(prova))
        {
            return false;
        }

        if (prima == dopo || prima == 0)
        {
            return prova.Count == 0 && (prima == 0 ? radicePrima.SequenceEqual(MerkleTree.Vuoto()) : radicePrima.SequenceEqual(radiceDopo));
        }

        var (qui, ultimo) = (prima - 1, dopo - 1);
        var salti = BitOperations.TrailingZeroCount(~qui);
        (qui, ultimo) = (qui >> salti, ultimo >> salti);
        IReadOnlyList<byte[]> passi = BitOperations.IsPow2(prima) ? [radicePrima.ToArray(), .. prova] : prova;
        if (passi.Count == 0)
        {
            return false;
        }

        var (vecchia, nuova) = (passi[0], passi[0]);
        foreach (var vicino in passi.Skip(1))
        {
            if (ultimo == 0)
            {
                return false;
            }

            if ((qui & 1) == 1 || qui == ultimo)
            {
                (vecchia, nuova) = (MerkleTree.Node(vicino, vecchia), MerkleTree.Node(vicino, nuova));
                while ((qui & 1) == 0 && qui != 0)
                {
                    (qui, ultimo) = (qui >> 1, ultimo >> 1);
                }
            }
            else
            {
                nuova = MerkleTree.Node(nuova, vicino);
            }

            (qui, ultimo) = (qui >> 1, ultimo >> 1);
        }

        return ultimo == 0 && radicePrima.SequenceEqual(vecchia) && radiceDopo.SequenceEqual(nuova);
    }

    /// <summary>Returns a proof of inclusion as a file: index, hashes, and the signed checkpoint.</summary>
    /// <remarks>Source: C2SP tlog-proof.</remarks>
    public static string Text(long indice, IReadOnlyList<byte[]> prova, SignedNote attestazione)
    {
        var text = new StringBuilder(Heading).Append("\nindex ").Append(indice.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var hash in prova)
        {
            text.Append(Convert.ToBase64String(hash)).Append('\n');
        }

        return text.Append('\n').Append(attestazione).ToString();
    }

    /// <summary>Returns a proof of consistency as a file: the smaller size, the hashes, and the signed checkpoint of the larger size.</summary>
    /// <remarks>Source: the body of a request in C2SP tlog-witness. Whoever checks it has the checkpoint of the smaller size already.</remarks>
    public static string ConsistencyText(long prima, IReadOnlyList<byte[]> prova, SignedNote dopo)
    {
        var text = new StringBuilder("old ").Append(prima.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var hash in prova)
        {
            text.Append(Convert.ToBase64String(hash)).Append('\n');
        }

        return text.Append('\n').Append(dopo).ToString();
    }

    /// <summary>
    /// Returns the right edge of the tree of a size: the roots of its whole subtrees, the largest first. With the leaves that follow it gives
    /// the root of every later size.
    /// </summary>
    public static IReadOnlyList<byte[]> Edge(long dimensione, RangeRoot radice)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimensione);
        var bordo = new List<byte[]>();
        for (var da = 0L; da < dimensione;)
        {
            var intero = 1L << BitOperations.Log2((ulong)(dimensione - da));
            bordo.Add(radice(da, da + intero));
            da += intero;
        }

        return bordo;
    }

    /// <summary>Returns the largest power of two that is smaller than a number of events greater than one.</summary>
    private static long Split(long eventi) => 1L << BitOperations.Log2((ulong)(eventi - 1));

    private static bool AreHashes(IReadOnlyList<byte[]> prova) => prova.All(h => h.Length == MerkleTree.LunghezzaHash);
}
