using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.ElencoPortale;

/// <summary>A loaded list of the portal from which something was recorded. The file itself is kept as evidence.</summary>
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

    /// <summary>The SHA-256 of the file, in lower-case hexadecimal. It finds the list when the same file is loaded again.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The number of adhesions in the list.</summary>
    public int Righe { get; private set; }

    public Guid CaricatoDa { get; private set; }

    /// <summary>The instant when something of the list was last recorded, UTC.</summary>
    public DateTime CaricatoIl { get; private set; }

    /// <summary>The number of CIG Derivati recorded from the list.</summary>
    public int Cig { get; private set; }

    /// <summary>The number of Affidamenti for which only the portal's states were recorded.</summary>
    public int Aggiornamenti { get; private set; }

    /// <summary>The number of adhesions that only the portal had and that CigHub took over.</summary>
    public int Adottati { get; private set; }

    /// <summary>Adds to the counts what was recorded from the list now.</summary>
    public void Registra(int cig, int aggiornamenti, int adottati, Guid da, DateTime utc)
    {
        Cig += cig;
        Aggiornamenti += aggiornamenti;
        Adottati += adottati;
        CaricatoDa = da;
        CaricatoIl = utc;
    }

    /// <summary>Describes the file that is kept. The caller recognises its content type from its first bytes.</summary>
    public static FileAllegato Descrivi(string nome, string tipoContenuto, ReadOnlySpan<byte> contenuto) =>
        new(RiconosciAllegato.Pulito(nome), tipoContenuto, contenuto.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(contenuto)));
}
