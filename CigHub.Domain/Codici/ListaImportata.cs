using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>
/// A code list that the office has loaded. It replaces the shipped list of the same name, and there is at most one for each name. The
/// registro keeps who loaded which file and when.
/// </summary>
public sealed class ListaImportata : Aggregate
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

    /// <summary>The name of the list (ANAC's <c>idTipologica</c>).</summary>
    public string IdTipologica { get; private set; } = "";

    /// <summary>The instant at which this list was last imported, UTC.</summary>
    public DateTime ImportataIl { get; private set; }

    public Guid ImportataDa { get; private set; }

    /// <summary>The name of the loaded file, cut at <see cref="MaxFile"/> characters.</summary>
    public string NomeFile { get; private set; } = "";

    /// <summary>The SHA-256 of the file, in lower-case hexadecimal digits.</summary>
    public string Impronta { get; private set; } = "";

    /// <summary>The entries of the list as text, in the form that <see cref="TabellaVoci"/> writes.</summary>
    public string Voci { get; private set; } = "";

    /// <summary>Replaces the entries, and the data of the file, with those of a newer import of the list.</summary>
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
