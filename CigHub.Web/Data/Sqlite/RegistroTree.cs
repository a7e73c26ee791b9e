using CigHub.Domain.Registro;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// Computes proofs over the leaves stored in the registro. It keeps the root of every stretch of 1 024 events in memory, so that a proof among
/// a million events reads a few thousand rows. A proof is checked against a signed checkpoint before it counts, so the memory needs no trust.
/// </summary>
public sealed class RegistroTree
{
    private readonly Lock _lock = new();
    private readonly RadiciDiTratto _roots;
    private SqliteConnection? _connection;

    public RegistroTree() => _roots = new RadiciDiTratto((from, count) => Leaves(_connection!, from, count));

    /// <summary>Returns the proof that an event is among the first events of the registro, with the root over those.</summary>
    /// <param name="index">The event's number less one.</param>
    internal Task<(IReadOnlyList<byte[]> Proof, byte[] Root)> Inclusion(CigHubDbContext db, long index, long size, CancellationToken ct) =>
        With(db, size, () => (MerkleProof.Inclusion(index, size, _roots.Radice), _roots.Radice(0, size)), ct);

    /// <summary>Returns the proof that the first events up to a size continue those up to a smaller one, with both roots.</summary>
    internal Task<(IReadOnlyList<byte[]> Proof, byte[] Before, byte[] After)> Consistency(
        CigHubDbContext db, long before, long after, CancellationToken ct) => With(
            db, after, () => (MerkleProof.Consistency(before, after, _roots.Radice), _roots.Radice(0, before), _roots.Radice(0, after)), ct);

    /// <summary>Returns the right edge of the tree at a size, and the proof that a later size continues another one, with both roots.</summary>
    internal Task<(IReadOnlyList<byte[]> Edge, IReadOnlyList<byte[]> Proof, byte[] Before, byte[] After)> EdgeAndConsistency(
        CigHubDbContext db, long edge, long before, long after, CancellationToken ct) => With(
            db, after,
            () => (
                MerkleProof.Edge(edge, _roots.Radice), MerkleProof.Consistency(before, after, _roots.Radice), _roots.Radice(0, before),
                _roots.Radice(0, after)),
            ct);

    /// <summary>Forgets what was read, so that the next proof reads every leaf again.</summary>
    internal void Forget()
    {
        lock (_lock)
        {
            _roots.Dimentica();
        }
    }

    /// <summary>Returns the root over the first events of a registro, from leaves that are all read now.</summary>
    internal static async Task<byte[]> RootNow(CigHubDbContext db, long size, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var roots = new RadiciDiTratto((from, count) => Leaves(connection, from, count));
        roots.Leggi(size, ct);
        return roots.Radice(0, size);
    }

    private async Task<T> With<T>(CigHubDbContext db, long size, Func<T> work, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        lock (_lock)
        {
            _connection = (SqliteConnection)db.Database.GetDbConnection();
            _roots.Leggi(size, ct);
            return work();
        }
    }

    /// <summary>Reads leaves one after the other. A missing event ends the reading with an error.</summary>
    private static byte[] Leaves(SqliteConnection connection, long from, int count)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Foglia\" FROM \"Registro\" WHERE \"Seq\" > $da AND \"Seq\" <= $a ORDER BY \"Seq\"";
        command.Parameters.AddWithValue("$da", from);
        command.Parameters.AddWithValue("$a", from + count);
        using var row = command.ExecuteReader();
        var leaves = new byte[count * MerkleTree.LunghezzaHash];
        var read = 0;
        for (; row.Read(); read++)
        {
            row.GetBytes(0, 0, leaves, read * MerkleTree.LunghezzaHash, MerkleTree.LunghezzaHash);
        }

        return read == count ? leaves : throw new InvalidDataException($"Events are missing after {from + read}.");
    }
}
