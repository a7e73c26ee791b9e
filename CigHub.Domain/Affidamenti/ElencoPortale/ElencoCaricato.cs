using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.ElencoPortale;

/// <summary>A list of the portal that a user loaded and from which something was recorded. Its file is kept as evidence.</summary>
/// <remarks>There is one for each Ente and file. When the same file is loaded again, its counts grow.</remarks>
public sealed class ElencoCaricato : Aggregate
{
    private ElencoCaricato() { }

    public ElencoCaricato(Guid id, Guid enteId, FileAllegato file, int righe, Guid da, DateTime utc)
    {
        Id = id;
        EnteId = enteId;
        File = file;
        Sha256 = file.Sha256;
        Righe = righe;
        CaricatoDa = da;
        CaricatoIl = utc;
    }

    public Guid EnteId { get; private set; }

    public FileAllegato File { get; private set; } = null!;

    /// <summary>
    /// The SHA-256 of the file, in lower-case hexadecimal. By it the list is recognised when the same file is loaded again.
    /// </summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The number of rows in the list, one for each adhesion.</summary>
    public int Righe { get; private set; }

    public Guid CaricatoDa { get; private set; }

    /// <summary>The instant of the latest recording from the list, UTC.</summary>
    public DateTime CaricatoIl { get; private set; }

    /// <summary>The number of CIG Derivati that were recorded from the list.</summary>
    public int Cig { get; private set; }

    /// <summary>The number of Affidamenti for which only the portal's states were recorded.</summary>
    public int Aggiornamenti { get; private set; }

    /// <summary>The number of adhesions that only the portal had and that were entered from the list as adesioni pregresse.</summary>
    public int Adottati { get; private set; }

    /// <summary>Adds to the counts the numbers of this recording from the list.</summary>
    public void Registra(int cig, int aggiornamenti, int adottati, Guid da, DateTime utc)
    {
        Cig += cig;
        Aggiornamenti += aggiornamenti;
        Adottati += adottati;
        CaricatoDa = da;
        CaricatoIl = utc;
    }

    /// <summary>
    /// Returns the description of the file under which its bytes are kept. The caller has recognised the content type from the first bytes.
    /// </summary>
    public static FileAllegato Descrivi(string nome, string tipoContenuto, ReadOnlySpan<byte> contenuto) =>
        new(RiconosciAllegato.Pulito(nome), tipoContenuto, contenuto.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(contenuto)));
}
