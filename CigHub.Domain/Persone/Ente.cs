using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>A public body that adheres to Convenzioni (a comune, its company, another local body of Lazio).</summary>
/// <remarks>What it must be known by: the request for registration on the portal, and the <c>stazioniAppaltanti</c> of an AD4.</remarks>
public sealed class Ente : Aggregato
{
    /// <summary>Longest text of an Ente's datum.</summary>
    public const int MaxTesto = 250;

    private readonly List<CentroDiCosto> _centriDiCosto = [];

    private Ente() { }

    public Ente(Guid id, string denominazione, CodiceFiscale codiceFiscale, PartitaIva partitaIva, string pec, Sede sede, string codiceIpa, string codiceAusa, CodIstat luogo)
    {
        Id = id;
        Denominazione = denominazione;
        CodiceFiscale = codiceFiscale;
        PartitaIva = partitaIva;
        Pec = pec;
        Sede = sede;
        CodiceIpa = codiceIpa;
        CodiceAusa = codiceAusa;
        Luogo = luogo;
    }

    public string Denominazione { get; private set; } = "";

    public CodiceFiscale CodiceFiscale { get; private set; } = null!;

    public PartitaIva PartitaIva { get; private set; } = null!;

    public string Pec { get; private set; } = "";

    public Sede Sede { get; private set; } = null!;

    /// <summary>Code in the index of public bodies (IPA).</summary>
    public string CodiceIpa { get; private set; } = "";

    /// <summary>Code in ANAC's register of contracting authorities (AUSA), ten digits.</summary>
    public string CodiceAusa { get; private set; } = "";

    /// <summary>The comune where the Ente acts: the default of an AD4's <c>codIstat</c>.</summary>
    public CodIstat Luogo { get; private set; } = null!;

    /// <summary>A wrong code of a centro di costo is refused by ANAC (ERR69).</summary>
    public IReadOnlyList<CentroDiCosto> CentriDiCosto => _centriDiCosto;

    public void AggiungiCentroDiCosto(string codice, string denominazione) =>
        _centriDiCosto.Add(new CentroDiCosto(codice, denominazione));
}

/// <summary>The registered office of an Ente.</summary>
/// <remarks>Equality: by all members.</remarks>
public sealed record Sede(string Indirizzo, string Cap, string Citta, string Provincia);

/// <summary>A centro di costo of an Ente as ANAC knows it.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Codice">ANAC's code (a uuid), <c>codiceCentroCosto</c> of an AD4.</param>
public sealed record CentroDiCosto(string Codice, string Denominazione);
