namespace CigHub.Domain.Registro;

/// <summary>
/// Computes roots over ranges of events for proofs. It keeps the root of every whole stretch of <see cref="TrattoRegistro.Ampiezza"/>
/// events, so that a proof among a million events reads the leaves of two stretches at most.
/// </summary>
/// <remarks>Memory: 32 bytes for 1 024 events. It is not safe for several threads at once.</remarks>
/// <param name="foglie">Returns the leaves from an index on, so many of them, one after the other.</param>
public sealed class RadiciDiTratto(Func<long, int, byte[]> foglie)
{
    private const int L = MerkleTree.LunghezzaHash;

    private readonly List<byte[]> _tratti = [];

    /// <summary>Gets the number of events whose stretches are kept, so that their leaves are not read again.</summary>
    public long Eventi => (long)_tratti.Count * TrattoRegistro.Ampiezza;

    /// <summary>Reads the stretches that are whole at a size and not yet kept.</summary>
    public void Leggi(long dimensione, CancellationToken ct = default)
    {
        while (Eventi + TrattoRegistro.Ampiezza <= dimensione)
        {
            ct.ThrowIfCancellationRequested();
            _tratti.Add(MerkleTree.Fold(foglie(Eventi, TrattoRegistro.Ampiezza)).ToArray());
        }
    }

    /// <summary>Forgets all that was read, because the registro turned out to be another one.</summary>
    public void Dimentica() => _tratti.Clear();

    /// <summary>Returns the root over the events from an index (inclusive) to another (exclusive), of a range that a proof asks for.</summary>
    public byte[] Radice(long da, long a)
    {
        // A range of a proof begins at a multiple of a power of two that is no smaller than the range, so its stretches begin where it does.
        var testa = TestaRegistro.Vuota;
        var qui = da;
        for (; da % TrattoRegistro.Ampiezza == 0 && qui + TrattoRegistro.Ampiezza <= Math.Min(a, Eventi); qui += TrattoRegistro.Ampiezza)
        {
            testa = testa.Aggiungi(_tratti[(int)(qui / TrattoRegistro.Ampiezza)], TrattoRegistro.Ampiezza);
        }

        while (qui < a)
        {
            var quante = (int)Math.Min(TrattoRegistro.Ampiezza, a - qui);
            var lette = foglie(qui, quante);
            for (var i = 0; i < quante; i++)
            {
                testa = testa.Aggiungi(lette.AsSpan(i * L, L));
            }

            qui += quante;
        }

        return testa.Radice;
    }
}
