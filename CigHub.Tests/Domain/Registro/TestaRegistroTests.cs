using System.Numerics;
using System.Security.Cryptography;
using CigHub.Domain.Registro;
using CsCheck;

namespace CigHub.Tests.Domain.Registro;

public class TestaRegistroTests
{
    /// <summary>
    /// The leaves of Certificate Transparency's own tests. The expected roots are those that its reference code gives for the first n of
    /// them.
    /// </summary>
    private static readonly string[] _foglie = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] _radici =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void Le_radici_sono_quelle_di_certificate_transparency()
    {
        var testa = TestaRegistro.Vuota;
        Assert.Equal(_radici[0], Convert.ToHexStringLower(testa.Radice));
        for (var n = 0; n < _foglie.Length; n++)
        {
            testa = testa.Aggiungi(MerkleTree.Leaf(Convert.FromHexString(_foglie[n])));
            Assert.Equal(n + 1, testa.Dimensione);
            Assert.Equal(_radici[n + 1], Convert.ToHexStringLower(testa.Radice));
        }

        Assert.Equal(_radici[8], Convert.ToHexStringLower(testa.Bordo));
    }

    [Fact]
    public void Un_nodo_ha_il_suo_prefisso_e_due_hash_interi()
    {
        var foglia = MerkleTree.Leaf([]);
        Assert.Equal(SHA256.HashData([0x01, .. foglia, .. foglia]), MerkleTree.Node(foglia, foglia));
        Assert.Throws<ArgumentException>(() => MerkleTree.Node(foglia.AsSpan(1), foglia));
        Assert.Throws<ArgumentException>(() => MerkleTree.Node(foglia, foglia.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => TestaRegistro.Vuota.Aggiungi(foglia.AsSpan(1)));
    }

    [Fact]
    public void Aggiungere_uno_alla_volta_da_la_definizione_ricorsiva_fino_a_trecento()
    {
        var foglie = Enumerable.Range(0, 300).Select(i => MerkleTree.Leaf(BitConverter.GetBytes(i))).ToArray();
        var testa = TestaRegistro.Vuota;
        for (var n = 0; n <= foglie.Length; n++)
        {
            Assert.Equal(n, testa.Dimensione);
            Assert.Equal(Riferimento(foglie.AsSpan(0, n)), testa.Radice);
            Assert.Equal(32 * BitOperations.PopCount((uint)n), testa.Bordo.Length);
            Assert.Equal(testa, TestaRegistro.Ricostruita(n, testa.Radice, testa.Bordo).Value);
            if (n < foglie.Length)
            {
                testa = testa.Aggiungi(foglie[n]);
            }
        }
    }

    [Fact]
    public void Lo_stesso_per_foglie_e_numeri_qualunque_anche_riprendendo_dalla_testa_salvata() =>
        Gen.Select(Gen.Byte.Array[0, 40].Array[0, 600], Gen.Int[0, 600]).Sample((eventi, dove) =>
        {
            var foglie = eventi.Select(e => MerkleTree.Leaf(e)).ToArray();
            var testa = TestaRegistro.Vuota;
            for (var n = 0; n < foglie.Length; n++)
            {
                testa = n == dove ? TestaRegistro.Ricostruita(testa.Dimensione, testa.Radice, testa.Bordo).Value : testa;
                testa = testa.Aggiungi(foglie[n]);
            }

            Assert.Equal(Riferimento(foglie), testa.Radice);
        }, iter: 200);

    [Fact]
    public void Il_bordo_e_fatto_dei_sottoalberi_perfetti_da_sinistra()
    {
        var foglie = Enumerable.Range(0, 13).Select(i => MerkleTree.Leaf(BitConverter.GetBytes(i))).ToArray();
        byte[] atteso = [.. Riferimento(foglie.AsSpan(0, 8)), .. Riferimento(foglie.AsSpan(8, 4)), .. foglie[12]];
        Assert.Equal(atteso, DiFoglie(foglie).Bordo);
    }

    [Fact]
    public void Una_testa_incoerente_e_rifiutata()
    {
        var testa = DiFoglie([.. Enumerable.Range(0, 13).Select(i => MerkleTree.Leaf(BitConverter.GetBytes(i)))]);
        byte[] radice = testa.Radice, bordo = testa.Bordo;

        Rifiutata("dimensione", -1, radice, bordo);
        Rifiutata("dimensione", long.MinValue, radice, bordo[..32]);
        Rifiutata("bordo", 12, radice, bordo);
        Rifiutata("bordo", 15, radice, bordo);
        Rifiutata("bordo", 13, radice, bordo[..^1]);
        Rifiutata("bordo", 13, radice, []);
        Rifiutata("bordo", 13, radice, [.. bordo, .. bordo[..32]]);
        Rifiutata("bordo", 0, TestaRegistro.Vuota.Radice, bordo);
        Rifiutata("radice", 13, radice[..^1], bordo);
        Rifiutata("radice", 13, [], bordo);
        Rifiutata("radice", 0, new byte[32], []);
        Rifiutata("radice", 13, radice, [.. bordo[32..64], .. bordo[..32], .. bordo[64..]]);
        for (var i = 0; i < bordo.Length; i++)
        {
            Rifiutata("radice", 13, radice, Break(bordo, i));
        }

        for (var i = 0; i < radice.Length; i++)
        {
            Rifiutata("radice", 13, Break(radice, i), bordo);
        }
    }

    [Fact]
    public void Nessuno_cambia_una_testa_da_fuori()
    {
        var bordo = MerkleTree.Leaf([1]);
        var testa = TestaRegistro.Ricostruita(1, bordo, bordo).Value;
        var prima = testa.ToString();
        bordo[0] ^= 1;
        testa.Bordo[0] ^= 1;
        testa.Radice[0] ^= 1;
        testa.Aggiungi(bordo);

        Assert.Equal(prima, testa.ToString());
        Assert.Equal(TestaRegistro.Vuota.Aggiungi(MerkleTree.Leaf([1])), testa);
    }

    [Fact]
    public void Due_teste_sono_uguali_per_contenuto()
    {
        var a = DiFoglie([MerkleTree.Leaf([1]), MerkleTree.Leaf([2])]);
        var b = DiFoglie([MerkleTree.Leaf([1]), MerkleTree.Leaf([2])]);
        var c = DiFoglie([MerkleTree.Leaf([2]), MerkleTree.Leaf([1])]);
        var stessoBordo = TestaRegistro.Ricostruita(4, a.Radice, a.Bordo).Value;

        Assert.True(a == b && a.Equals((object)b) && a.GetHashCode() == b.GetHashCode());
        Assert.True(a != c && a != stessoBordo && a != TestaRegistro.Vuota && a != null && null != a);
        Assert.False(a.Equals(new object()));
    }

    /// <summary>
    /// Computes the root of a Merkle tree by the recursive definition of RFC 6962 §2.1, to compare with the app's own algorithm.
    /// </summary>
    private static byte[] Riferimento(ReadOnlySpan<byte[]> foglie)
    {
        if (foglie.Length == 0)
        {
            return SHA256.HashData([]);
        }

        if (foglie.Length == 1)
        {
            return foglie[0];
        }

        var k = 1;
        while (k * 2 < foglie.Length)
        {
            k *= 2;
        }

        return SHA256.HashData([0x01, .. Riferimento(foglie[..k]), .. Riferimento(foglie[k..])]);
    }

    private static TestaRegistro DiFoglie(byte[][] foglie) => foglie.Aggregate(TestaRegistro.Vuota, (testa, foglia) => testa.Aggiungi(foglia));

    private static byte[] Break(byte[] b, int dove)
    {
        byte[] guasto = [.. b];
        guasto[dove] ^= 0x10;
        return guasto;
    }

    private static void Rifiutata(string perche, long dimensione, byte[] radice, byte[] bordo) =>
        Assert.Equal($"registro.testa-{perche}", Assert.Single(TestaRegistro.Ricostruita(dimensione, radice, bordo).Errors).Code);
}
