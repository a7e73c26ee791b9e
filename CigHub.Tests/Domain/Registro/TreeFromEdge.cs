using System.Numerics;
using CigHub.Domain.Registro;

namespace CigHub.Tests.Domain.Registro;

/// <summary>
/// Computes roots from the right edge of a tree and the leaves that follow it, as a reader of a daily extract would who has only RFC 6962.
/// </summary>
internal sealed class TreeFromEdge
{
    private readonly Stack<(long Width, byte[] Root)> _whole = new();

    /// <param name="size">The size of the tree whose edge is given. The widths of its subtrees follow from it.</param>
    public TreeFromEdge(long size, IReadOnlyList<byte[]> edge)
    {
        var rest = size;
        foreach (var root in edge)
        {
            var width = 1L << BitOperations.Log2((ulong)rest);
            _whole.Push((width, root));
            rest -= width;
        }

        Assert.Equal(0, rest);
        Size = size;
    }

    public long Size { get; private set; }

    public byte[] Root => _whole.Count == 0 ? MerkleTree.Vuoto() : _whole.Select(w => w.Root).Aggregate((right, left) => Node(left, right));

    public TreeFromEdge Add(byte[] leaf)
    {
        var (width, root) = (1L, leaf);
        while (_whole.TryPeek(out var last) && last.Width == width)
        {
            _whole.Pop();
            (width, root) = (width * 2, Node(last.Root, root));
        }

        _whole.Push((width, root));
        Size++;
        return this;
    }

    private static byte[] Node(byte[] left, byte[] right) => System.Security.Cryptography.SHA256.HashData([1, .. left, .. right]);
}
