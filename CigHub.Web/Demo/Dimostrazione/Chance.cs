using CigHub.Web.Data;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>
/// A generator of random numbers that gives the same numbers for the same seed on every machine and every version of .NET (SplitMix64).
/// </summary>
internal sealed class Chance
{
    private const ulong Passo = 0x9E3779B97F4A7C15;
    private ulong _stato;

    public Chance(long seme, long quale) => _stato = Mescola(unchecked(((ulong)seme * Passo) ^ Mescola((ulong)quale)));

    public ulong Next() => Mescola(unchecked(_stato += Passo));

    /// <summary>Returns a random number from <paramref name="da"/> to <paramref name="a"/>, both inclusive.</summary>
    public int Between(int da, int a) => da + (int)(Next() % (ulong)(a - da + 1));

    public bool Succede(int suCento) => Between(1, 100) <= suCento;

    public T One<T>(IReadOnlyList<T> elenco) => elenco[Between(0, elenco.Count - 1)];

    /// <summary>Returns a random index of the list. The probability of each index is proportional to its weight.</summary>
    public int Pesato(IReadOnlyList<int> pesi)
    {
        var tiro = Between(1, pesi.Sum());
        var indice = 0;
        while ((tiro -= pesi[indice]) > 0)
        {
            indice++;
        }

        return indice;
    }

    private static ulong Mescola(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}

/// <summary>
/// Makes ids in the form of a Guid v7 for the demonstration. The time in them is <see cref="Utc"/>, and the random part comes from the
/// seed.
/// </summary>
/// <param name="quale">Which sequence of ids it is. Each has others.</param>
internal sealed class SeededIds(int seme, DateTime utc, long quale = -1) : NewIds
{
    private readonly Chance _caso = new(seme, quale);

    /// <summary>The time for the next ids, in UTC: that of the act which is being written.</summary>
    public DateTime Utc { get; set; } = utc;

    public override Guid Next()
    {
        Span<byte> b = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(b, (Utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond << 16);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(b[6..], (ushort)(0x7000 | (_caso.Next() & 0x0FFF)));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(b[8..], (_caso.Next() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000);
        return new Guid(b, bigEndian: true);
    }
}
