using CigHub.Domain.Registro;

namespace CigHub.Tests.Domain.Registro;

/// <summary>One row of the table of the registro, with the bytes, the leaf and the columns made from an event.</summary>
internal sealed record SampleRow(long Seq, byte[] Byte, byte[] Foglia, EventColumns Colonne)
{
    public static TestaRegistro TestaDi(IEnumerable<SampleRow> righe) => righe.Aggregate(TestaRegistro.Vuota, (testa, r) => testa.Aggiungi(r.Foglia));

    public static SampleRow Of(Evento e)
    {
        var b = e.Canonico();
        return new SampleRow(e.Seq, b, MerkleTree.Leaf(b),
            new EventColumns(e.Utc, e.Attore.Id, e.Attore.Ruolo, e.Ente, e.Azione, e.Oggetto.Tipo, e.Oggetto.Id, e.EsitoTesto));
    }

    /// <summary>Returns the row with one bit of its bytes changed.</summary>
    public SampleRow Broken(int dove)
    {
        byte[] guasto = [.. Byte];
        guasto[dove] ^= 1;
        return this with { Byte = guasto };
    }
}
