namespace CigHub.Domain.Registro;

/// <summary>
/// A stretch of rows of the registro, each examined by itself. Several threads can examine a stretch each; <see cref="VerificaRegistro"/>
/// then puts the stretches together in their order.
/// </summary>
/// <remarks>Memory: 48 bytes a row, whatever the events hold.</remarks>
public sealed class TrattoRegistro
{
    /// <summary>
    /// The number of events of a whole stretch, a power of two. The first is the event after a multiple of it, so that the stretch is a
    /// perfect subtree of the registro's tree.
    /// </summary>
    public const int Ampiezza = 1024;

    private readonly List<(long Seq, DateTime Utc)> _righe = [];
    private byte[] _foglie = [];
    private byte[]? _lavoro;

    /// <summary>The rows of the stretch in the order in which they were given.</summary>
    internal IReadOnlyList<(long Seq, DateTime Utc)> Righe => _righe;

    /// <summary>The first row whose bytes, leaf or columns are wrong, by its place in the stretch. Null when there is none.</summary>
    internal (int Posto, DifettoRegistro Difetto)? Primo { get; private set; }

    /// <summary>The root of the subtree of a whole stretch. Null when rows are missing or surplus.</summary>
    internal byte[]? Radice { get; private set; }

    /// <summary>Says whether the storage failed after the rows of this stretch, so that no later row counts.</summary>
    public bool Interrotto { get; private set; }

    /// <summary>Examines the next stored row. It never throws, whatever the row holds.</summary>
    /// <param name="foglia">The leaf stored beside the bytes.</param>
    public void Riga(long seq, ReadOnlySpan<byte> byteCanonici, ReadOnlySpan<byte> foglia, EventColumns colonne)
    {
        var posto = _righe.Count;
        _righe.Add((seq, colonne.Utc));
        if (_foglie.Length <= posto * MerkleTree.LunghezzaHash)
        {
            Array.Resize(ref _foglie, Math.Max(1, 2 * posto) * MerkleTree.LunghezzaHash);
        }

        var ricalcolata = _foglie.AsSpan(posto * MerkleTree.LunghezzaHash, MerkleTree.LunghezzaHash);
        MerkleTree.Leaf(byteCanonici, ref _lavoro, ricalcolata);
        if (Primo is null && DifettoRegistro.DiRiga(seq, byteCanonici, foglia, ricalcolata, colonne) is { } difetto)
        {
            Primo = (posto, difetto);
        }
    }

    /// <summary>Ends the stretch. A whole stretch is folded to the root of its subtree here, on the thread that examined it.</summary>
    /// <param name="interrotto">The storage failed while the next row was read.</param>
    public TrattoRegistro Chiuso(bool interrotto = false)
    {
        Interrotto = interrotto;
        if (_righe.Count == Ampiezza && _righe[0].Seq % Ampiezza == 1 && _righe.Index().All(r => r.Item.Seq == _righe[0].Seq + r.Index))
        {
            Radice = MerkleTree.Fold(_foglie.AsSpan(0, Ampiezza * MerkleTree.LunghezzaHash)).ToArray();
            _foglie = [];
        }

        return this;
    }

    /// <summary>Forgets all rows, so that the stretch can be used again without allocating.</summary>
    internal void Svuota()
    {
        _righe.Clear();
        (Primo, Radice, Interrotto) = (null, null, false);
    }

    /// <summary>Returns the leaf recomputed from the bytes of a row.</summary>
    internal ReadOnlySpan<byte> Foglia(int posto) => _foglie.AsSpan(posto * MerkleTree.LunghezzaHash, MerkleTree.LunghezzaHash);
}

/// <summary>One damage of the registro as the integrity check found it.</summary>
/// <param name="DiByteODiFoglia">Bytes and leaf disagree, and it is not yet known which of them was altered.</param>
internal sealed record DifettoRegistro(AnomaliaRegistro Anomalia, long? Seq, string Messaggio, EventRange? Tra = null, bool DiByteODiFoglia = false)
{
    /// <summary>Returns the damage of one row, or null when its bytes, leaf and columns agree.</summary>
    /// <param name="foglia">The leaf stored beside the bytes.</param>
    /// <param name="ricalcolata">The leaf recomputed from the bytes.</param>
    public static DifettoRegistro? DiRiga(
        long seq, ReadOnlySpan<byte> byteCanonici, ReadOnlySpan<byte> foglia, ReadOnlySpan<byte> ricalcolata, EventColumns colonne)
    {
        if (!EventFields.Leggi(byteCanonici, out var campi))
        {
            return new(AnomaliaRegistro.Byte, seq, $"L'evento {seq} è stato alterato: i suoi byte non sono quelli di un evento.");
        }

        if (!foglia.SequenceEqual(ricalcolata))
        {
            return foglia.Length == MerkleTree.LunghezzaHash
                ? new(AnomaliaRegistro.Byte, seq, $"L'evento {seq} è stato alterato: i suoi byte non corrispondono alla loro impronta.", DiByteODiFoglia: true)
                : new(AnomaliaRegistro.Foglia, seq, $"L'impronta dell'evento {seq} è stata alterata: non ha {MerkleTree.LunghezzaHash} byte.");
        }

        if (campi.Seq != seq)
        {
            return new(AnomaliaRegistro.Numero, seq, $"L'evento {seq} è stato alterato: i suoi byte sono quelli dell'evento {campi.Seq}.");
        }

        return colonne.PrimaDiversa(campi) is { } nome
            ? new(AnomaliaRegistro.Colonna, seq, $"L'evento {seq} è stato alterato: la colonna «{nome}» non dice quello che dicono i suoi byte.")
            : null;
    }
}
