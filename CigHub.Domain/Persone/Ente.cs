using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>A public body that adheres to Convenzioni (a comune, its company, another local body of Lazio).</summary>
/// <remarks>Its data are those that the request for registration on the portal and the <c>stazioniAppaltanti</c> of an AD4 need.</remarks>
public sealed class Ente : Aggregate
{
    /// <summary>The longest text among an Ente's data, in characters.</summary>
    public const int MaxTesto = 250;

    /// <summary>The code of the errors for an action that a closed Ente may no longer take.</summary>
    public const string CodiceChiuso = "ente.chiuso";

    /// <summary>The number of digits of an AUSA code.</summary>
    public const int CifreAusa = 10;

    /// <summary>The largest number of centri di costo, and of contatti, of an Ente.</summary>
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

    /// <summary>The partita IVA, or null for a body that has none.</summary>
    public PartitaIva? PartitaIva { get; private set; }

    public string Pec { get; private set; } = "";

    public Sede Sede { get; private set; } = null!;

    /// <summary>The code of the Ente in the index of public bodies (IPA).</summary>
    public string CodiceIpa { get; private set; } = "";

    /// <summary>The code of the Ente in AUSA, ANAC's register of contracting authorities, which has ten digits.</summary>
    public string CodiceAusa { get; private set; } = "";

    /// <summary>The comune where the Ente acts. A new AD4 of the Ente proposes it as the place of the contract (<c>codIstat</c>).</summary>
    public CodIstat Luogo { get; private set; } = null!;

    /// <summary>The centri di costo of the Ente. ANAC refuses an AD4 with a wrong code of a centro di costo (ERR69).</summary>
    public IReadOnlyList<CentroDiCosto> CentriDiCosto => _centriDiCosto;

    /// <summary>The contatti of the Ente, in the order in which they were entered.</summary>
    public IReadOnlyList<Contatto> Contatti => _contatti;

    /// <summary>
    /// The first day on which the Ente may not begin a new adhesion. Null while the Ente is open. Its past Affidamenti stay.
    /// </summary>
    public DateOnly? ChiusoDal { get; private set; }

    public bool ChiusoAl(DateOnly giorno) => ChiusoDal <= giorno;

    /// <summary>Checks that the Ente may begin a new Affidamento. A closed Ente may not, but it may finish those that it has.</summary>
    public Result AmmetteNuoveAdesioni(DateOnly oggi) => ChiusoAl(oggi)
        ? new Error(
            CodiceChiuso,
            $"L'Ente è chiuso dal {ChiusoDal:dd'/'MM'/'yyyy}: non può aderire ad altro. Se è un errore, chiedi all'amministratore dell'ufficio di "
            + "riaprirlo.")
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

/// <summary>The data of an Ente that a user types into its form, checked and saved together.</summary>
/// <remarks>Equality: by all members, lists by reference.</remarks>
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
/// <param name="Provincia">The two letters of the provincia, for example RM.</param>
public sealed record Sede(string Indirizzo, string Cap, string Citta, string Provincia)
{
    /// <summary>The number of digits of a CAP.</summary>
    public const int CifreCap = 5;
}

/// <summary>A centro di costo of an Ente, with the code and the name under which ANAC knows it.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Codice">ANAC's code (<c>codiceCentroCosto</c> of an AD4): the text of a <see cref="CodiceCentroDiCosto"/>, or an older code
/// as it was typed.</param>
public sealed record CentroDiCosto(string Codice, string Denominazione)
{
    /// <summary>
    /// The name with the code, as the screen and the print show it. A code alone would tell nobody which centro di costo it is.
    /// </summary>
    public string Parola => $"{Denominazione} ({Codice})";

    /// <summary>
    /// Says whether the text is the code of this centro di costo. Case, and blanks and braces around the code, do not count, and neither do
    /// the hyphens of the long form.
    /// </summary>
    public bool HaCodice(string? codice) => CodeText.Uguali(Codice, codice) || CodeText.Uguali(InForma(Codice), InForma(codice));

    private static string? InForma(string? codice) => CodiceCentroDiCosto.TryParse(codice, null, out var letto) ? letto.Valore : codice;
}

/// <summary>A contatto of an Ente: an office, or a person in a function.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Funzione">The function, for example «Ufficio gare» or «Ragioneria».</param>
public sealed record Contatto(string Funzione, string Nome, string Email, string Telefono);
