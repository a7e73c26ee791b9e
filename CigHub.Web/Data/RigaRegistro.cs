namespace CigHub.Web.Data;

/// <summary>
/// A row of the registro: an event as its canonical bytes, the hash that is its leaf of the Merkle tree, and copies of the values by which
/// lists filter.
/// </summary>
/// <remarks>The bytes are the record. The integrity check compares the copies with them.</remarks>
public sealed class RigaRegistro
{
    public long Seq { get; init; }

    public required byte[] Byte { get; init; }

    public required byte[] Foglia { get; init; }

    public DateTime Utc { get; init; }

    public Guid? AttoreId { get; init; }

    public required string Ruolo { get; init; }

    public Guid? EnteId { get; init; }

    public required string Azione { get; init; }

    public required string OggettoTipo { get; init; }

    public required string OggettoId { get; init; }

    public required string Esito { get; init; }
}

/// <summary>
/// The one row that holds the head of the registro: the Merkle tree's size, root and right edge. The size gives the number of the next
/// event.
/// </summary>
public sealed class RigaTesta
{
    /// <summary>The primary key of the only row.</summary>
    public const int Unica = 1;

    public int Id { get; init; } = Unica;

    public long Dimensione { get; set; }

    public required byte[] Radice { get; set; }

    public required byte[] Bordo { get; set; }
}
