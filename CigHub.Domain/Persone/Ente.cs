using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>A public body that adheres to Convenzioni (a comune, its company, another local body of Lazio).</summary>
/// <remarks>What it must be known by: the request for registration on the portal, and the <c>stazioniAppaltanti</c> of an AD4.</remarks>
public sealed class Ente : Aggregato
{
    /// <summary>Longest text of an Ente's datum.</summary>
    public const int MaxTesto = 250;

    /// <summary>The refusal of what an Ente may no longer do once it is closed.</summary>
    public const string CodiceChiuso = "ente.chiuso";

    /// <summary>Digits of an AUSA code.</summary>
    public const int CifreAusa = 10;

    /// <summary>Most centri di costo, and most contatti, that an Ente has.</summary>
    public const int MaxRighe = 50;

    private readonly List<CentroDiCosto> _centriDiCosto = [];
    private readonly List<Contatto> _contatti = [];

    private Ente() { }

    public Ente(Guid id, DatiEnte dati)
    {
        Id = id;
        Riscrivi(dati);
    }

    public string Denominazione { get; private set; } = "";

    public CodiceFiscale CodiceFiscale { get; private set; } = null!;

    /// <summary>Null for a body that has none.</summary>
    public PartitaIva? PartitaIva { get; private set; }

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

    /// <summary>Whom to call, in the order in which they were given.</summary>
    public IReadOnlyList<Contatto> Contatti => _contatti;

    /// <summary>From this day the Ente adheres to nothing more; null while it works. What it did stays.</summary>
    public DateOnly? ChiusoDal { get; private set; }

    public bool ChiusoAl(DateOnly giorno) => ChiusoDal <= giorno;

    /// <summary>A closed Ente opens no new Affidamento; those that it has go on to their end.</summary>
    public Result AmmetteNuoveAdesioni(DateOnly oggi) => ChiusoAl(oggi)
        ? new Error(CodiceChiuso, $"L'Ente è chiuso dal {ChiusoDal:dd'/'MM'/'yyyy}: non può aderire ad altro. Se è un errore, chiedi all'amministratore dell'ufficio di riaprirlo.")
        : Result.Ok;

    public void Modifica(DatiEnte dati) => Riscrivi(dati);

    public Result Chiudi(DateOnly dal)
    {
        if (ChiusoDal is not null)
        {
            return new Error("ente.gia-chiuso", "Questo Ente è già chiuso: ricarica la pagina per vedere da quando.");
        }

        ChiusoDal = dal;
        return Result.Ok;
    }

    public Result Riapri()
    {
        if (ChiusoDal is null)
        {
            return new Error("ente.aperto", "Questo Ente non è chiuso: ricarica la pagina.");
        }

        ChiusoDal = null;
        return Result.Ok;
    }

    private void Riscrivi(DatiEnte dati)
    {
        Denominazione = dati.Denominazione;
        CodiceFiscale = dati.CodiceFiscale;
        PartitaIva = dati.PartitaIva;
        Pec = dati.Pec;
        Sede = dati.Sede;
        CodiceIpa = dati.CodiceIpa;
        CodiceAusa = dati.CodiceAusa;
        Luogo = dati.Luogo;
        _centriDiCosto.Clear();
        _centriDiCosto.AddRange(dati.CentriDiCosto);
        _contatti.Clear();
        _contatti.AddRange(dati.Contatti);
    }
}

/// <summary>All that an Ente is known by, as a form gives it whole.</summary>
/// <remarks>Equality: by the members; lists by reference.</remarks>
public sealed record DatiEnte(
    string Denominazione,
    CodiceFiscale CodiceFiscale,
    PartitaIva? PartitaIva,
    string Pec,
    Sede Sede,
    string CodiceIpa,
    string CodiceAusa,
    CodIstat Luogo,
    IReadOnlyList<CentroDiCosto> CentriDiCosto,
    IReadOnlyList<Contatto> Contatti);

/// <summary>The registered office of an Ente.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Provincia">The two letters of its sign.</param>
public sealed record Sede(string Indirizzo, string Cap, string Citta, string Provincia)
{
    /// <summary>Digits of a CAP.</summary>
    public const int CifreCap = 5;
}

/// <summary>A centro di costo of an Ente as ANAC knows it.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Codice">ANAC's code, <c>codiceCentroCosto</c> of an AD4: the text of a <see cref="CodiceCentroDiCosto"/>, or an older one as it was typed.</param>
public sealed record CentroDiCosto(string Codice, string Denominazione)
{
    /// <summary>The name with the code, as the screen and the print show it: a bare code tells nobody which office it is.</summary>
    public string Parola => $"{Denominazione} ({Codice})";

    /// <summary>Tells if a text is the code; upper and lower case do not count.</summary>
    public bool Ha(string? codice) => string.Equals(Codice, codice?.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>Whom to call at an Ente: an office or a person in a function.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Funzione">For example «Ufficio gare» or «Ragioneria».</param>
public sealed record Contatto(string Funzione, string Nome, string Email, string Telefono);
