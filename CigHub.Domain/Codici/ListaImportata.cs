using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>A code list that the office has loaded: it holds in place of the shipped one of its name. One for each name; the registro keeps who loaded which file when.</summary>
public sealed class ListaImportata : Aggregato
{
    public const int MaxNome = 40;
    public const int MaxFile = 120;
    public const int LunghezzaImpronta = 64;

    private ListaImportata() { }

    public ListaImportata(Guid id, string idTipologica)
    {
        Id = id;
        IdTipologica = idTipologica;
    }

    /// <summary>ANAC's name.</summary>
    public string IdTipologica { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime ImportataIl { get; private set; }

    public Guid ImportataDa { get; private set; }

    /// <summary>Name of the file, as it was loaded.</summary>
    public string NomeFile { get; private set; } = "";

    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public string Impronta { get; private set; } = "";

    /// <summary>Her entries, as <see cref="TabellaVoci"/> writes them.</summary>
    public string Voci { get; private set; } = "";

    /// <summary>Puts another version in the place of this one.</summary>
    public void Sostituisci(ListaCodici lista, string nomeFile, string impronta, Guid da, DateTime utc)
    {
        Voci = TabellaVoci.Scrivi(lista.Voci);
        NomeFile = nomeFile.Length > MaxFile ? nomeFile[..MaxFile] : nomeFile;
        Impronta = impronta;
        ImportataDa = da;
        ImportataIl = utc;
    }

    public ListaCodici Lista()
    {
        using var lettore = new StringReader(Voci);
        return new ListaCodici(IdTipologica, TabellaVoci.Leggi(lettore));
    }
}
