using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.ElencoPortale;

/// <summary>A list of the portal that was loaded and of which something was recorded: the file itself is kept as evidence.</summary>
/// <remarks>One for an Ente and a file's bytes: the same file again adds to what it counts.</remarks>
public sealed class ElencoCaricato : Aggregato
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

    /// <summary>Of the file, for the search: lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>How many adhesions it lists.</summary>
    public int Righe { get; private set; }

    public Guid CaricatoDa { get; private set; }

    /// <summary>UTC; the last time that something of it was recorded.</summary>
    public DateTime CaricatoIl { get; private set; }

    /// <summary>CIG Derivati recorded from it.</summary>
    public int Cig { get; private set; }

    /// <summary>Affidamenti of which only the portal's states were recorded.</summary>
    public int Aggiornamenti { get; private set; }

    /// <summary>Adhesions that only the portal knew, taken over.</summary>
    public int Adottati { get; private set; }

    /// <summary>Something of it was recorded.</summary>
    public void Registra(int cig, int aggiornamenti, int adottati, Guid da, DateTime utc)
    {
        Cig += cig;
        Aggiornamenti += aggiornamenti;
        Adottati += adottati;
        CaricatoDa = da;
        CaricatoIl = utc;
    }

    /// <summary>What is kept of the file; its kind is what its first bytes say.</summary>
    public static FileAllegato Descrivi(string nome, string tipoContenuto, ReadOnlySpan<byte> contenuto) =>
        new(RiconosciAllegato.Pulito(nome), tipoContenuto, contenuto.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(contenuto)));
}
