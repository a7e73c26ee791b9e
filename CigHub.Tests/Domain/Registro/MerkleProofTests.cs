using CigHub.Domain.Registro;
using CsCheck;

namespace CigHub.Tests.Domain.Registro;

/// <summary>Checks the proofs of inclusion and consistency against RFC 6962's reference values, and by properties over trees of every shape.</summary>
public class MerkleProofTests
{
    private const int Largest = 3000;

    private static readonly string[] _data = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly byte[][] _eight = [.. _data.Select(f => MerkleTree.Leaf(Convert.FromHexString(f)))];

    private static readonly byte[][] _many = [.. Enumerable.Range(0, Largest).Select(i => MerkleTree.Leaf(BitConverter.GetBytes(i)))];

    [Theory]
    [InlineData(
        0, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e " +
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(
        5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 " +
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(
        1, 5, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e " +
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void Le_prove_di_inclusione_sono_quelle_di_certificate_transparency(int index, int size, string expected) =>
        Assert.Equal(expected, Hex(MerkleProof.Inclusion(index, size, Roots(_eight))));

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(
        1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e " +
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(
        6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 " +
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void Le_prove_di_coerenza_sono_quelle_di_certificate_transparency(int before, int after, string expected) =>
        Assert.Equal(expected, Hex(MerkleProof.Consistency(before, after, Roots(_eight))));

    [Fact]
    public void Ogni_evento_di_ogni_albero_piccolo_ha_una_prova_che_vale_solo_per_lui()
    {
        for (var size = 1; size <= 40; size++)
        {
            var root = Root(_many, 0, size);
            for (var index = 0; index < size; index++)
            {
                var proof = MerkleProof.Inclusion(index, size, Roots(_many));
                Assert.True(MerkleProof.Includes(index, size, _many[index], root, proof), $"{index} of {size}");
                Assert.False(MerkleProof.Includes(index, size, _many[index + 1], root, proof), $"{index} of {size}, other leaf");
                Assert.False(MerkleProof.Includes(index + 1, size, _many[index], root, proof), $"{index} of {size}, other index");
                Assert.False(MerkleProof.Includes(index, size, _many[index], root, [.. proof, _many[0]]), $"{index} of {size}, longer");
                Assert.All(Enumerable.Range(0, proof.Count), at => Assert.False(
                    MerkleProof.Includes(index, size, _many[index], root, [.. proof.Where((_, i) => i != at)]), $"{index} of {size}, shorter"));
            }
        }
    }

    [Fact]
    public void Ogni_coppia_di_alberi_piccoli_ha_una_prova_che_vale_solo_per_lei()
    {
        var other = _many.Take(40).ToArray();
        other[3] = _many[99];
        for (var after = 1; after <= 33; after++)
        {
            for (var before = 0; before <= after; before++)
            {
                var (old, now) = (Root(_many, 0, before), Root(_many, 0, after));
                var proof = MerkleProof.Consistency(before, after, Roots(_many));
                Assert.True(MerkleProof.Continues(before, old, after, now, proof), $"{before} of {after}");
                Assert.False(MerkleProof.Continues(before, Root(other, 0, Math.Max(before, 4)), after, now, proof), $"{before} of {after}, other");
                Assert.False(MerkleProof.Continues(before, old, after, now, [.. proof, _many[0]]), $"{before} of {after}, longer");
                if (before > 3)
                {
                    Assert.False(
                        MerkleProof.Continues(before, Root(other, 0, before), after, now, MerkleProof.Consistency(before, after, Roots(other))),
                        $"{before} of {after}, rewritten");
                }
            }
        }
    }

    [Fact]
    public void Le_radici_tenute_danno_le_stesse_prove_che_le_foglie_e_ne_leggono_poche() =>
        Gen.Select(Gen.Int[1, Largest], Gen.Int[0, Largest - 1], Gen.Int[0, Largest]).Sample(
            (size, index, before) =>
            {
                (index, before) = (index % size, before % (size + 1));
                var read = 0;
                var kept = new RadiciDiTratto((from, count) =>
                {
                    read += count;
                    return _many.AsSpan((int)from, count).ToArray().SelectMany(f => f).ToArray();
                });
                kept.Leggi(size);
                read = 0;
                Assert.Equal(Hex(MerkleProof.Inclusion(index, size, Roots(_many))), Hex(MerkleProof.Inclusion(index, size, kept.Radice)));
                Assert.InRange(read, 0, 2 * TrattoRegistro.Ampiezza);
                Assert.Equal(Hex(MerkleProof.Consistency(before, size, Roots(_many))), Hex(MerkleProof.Consistency(before, size, kept.Radice)));
                Assert.Equal(Root(_many, 0, size), kept.Radice(0, size));
            },
            iter: 100);

    [Fact]
    public void Il_bordo_e_le_foglie_che_seguono_danno_ogni_radice()
    {
        foreach (var size in (int[])[0, 1, 2, 3, 6, 7, 8, 1023, 1024, 1500])
        {
            var edge = MerkleProof.Edge(size, Roots(_many));
            Assert.Equal(System.Numerics.BitOperations.PopCount((uint)size), edge.Count);

            var tree = new TreeFromEdge(size, edge);
            Assert.Equal(Root(_many, 0, size), tree.Root);
            Assert.Equal(Root(_many, 0, size + 3), tree.Add(_many[size]).Add(_many[size + 1]).Add(_many[size + 2]).Root);
        }
    }

    [Fact]
    public void Una_prova_di_coerenza_e_un_file_come_lo_chiede_un_testimone()
    {
        var note = SignedNote.Parse("origine\n8\nXcnaeacGWamtVZy3Abrc2iq5I61qL0lgz+Nw7/RgQyg=\n\n\u2014 origine AAAAAAAA\n")!;
        var proof = MerkleProof.Consistency(2, 5, Roots(_eight));
        Assert.Equal(
            $"old 2\n{Convert.ToBase64String(proof[0])}\n{Convert.ToBase64String(proof[1])}\n\n{note}", MerkleProof.ConsistencyText(2, proof, note));
    }

    [Fact]
    public void Una_prova_rovinata_non_vale()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProof.Inclusion(8, 8, Roots(_eight)));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProof.Inclusion(-1, 8, Roots(_eight)));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProof.Consistency(9, 8, Roots(_eight)));
        var root = Root(_eight, 0, 8);
        Assert.False(MerkleProof.Includes(0, 8, _eight[0], root, [[1, 2, 3]]));
        Assert.False(MerkleProof.Includes(-1, 8, _eight[0], root, []));
        Assert.False(MerkleProof.Includes(8, 8, _eight[0], root, []));
        Assert.False(MerkleProof.Continues(9, root, 8, root, []));
        Assert.False(MerkleProof.Continues(3, root, 8, root, []));
    }

    [Fact]
    public void Il_file_della_prova_e_quello_di_C2SP()
    {
        var text8 = new Checkpoint("cighub.example/prova", 8, Root(_eight, 0, 8)).Text;
        var note = new SignedNote(text8, new NoteSignature("cighub.example/prova", 7, new byte[64]));
        var text = MerkleProof.Text(2, MerkleProof.Inclusion(2, 3, Roots(_eight)), note);
        Assert.Equal($"c2sp.org/tlog-proof@v1\nindex 2\n{Convert.ToBase64String(Root(_eight, 0, 2))}\n\n{note}", text);
    }

    private static string Hex(IEnumerable<byte[]> proof) => string.Join(' ', proof.Select(Convert.ToHexStringLower));

    private static RangeRoot Roots(byte[][] leaves) => (from, to) => Root(leaves, from, to);

    private static byte[] Root(byte[][] leaves, long from, long to)
    {
        var head = TestaRegistro.Vuota;
        foreach (var leaf in leaves.AsSpan((int)from, (int)(to - from)))
        {
            head = head.Aggiungi(leaf);
        }

        return head.Radice;
    }
}
