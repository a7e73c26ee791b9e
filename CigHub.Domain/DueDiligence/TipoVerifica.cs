namespace CigHub.Domain.DueDiligence;

/// <summary>The checks that make up the due diligence about a supplier.</summary>
/// <remarks>
/// The numbers are stored: they never change. Sources: ISO 37001 8.2; art. 24 and 94–98 D.Lgs. 36/2023 (FVOE, requirements, annotations in
/// the casellario of ANAC); D.M. 30 gennaio 2015 (DURC); art. 83–91 D.Lgs. 159/2011 and art. 1 c. 52 L. 190/2012 (antimafia, white list);
/// D.Lgs. 231/2007 (beneficial owner); art. 1 c. 17 L. 190/2012 (patto d'integrità); art. 53 c. 16-ter D.Lgs. 165/2001 (pantouflage).
/// </remarks>
public enum TipoVerifica
{
    Fvoe = 1,
    Durc = 2,

    /// <summary>The antimafia documentation, or the entry in the white list of the Prefettura that stands for it.</summary>
    Antimafia = 3,

    TitolareEffettivo = 4,
    PattoIntegrita = 5,

    /// <summary>The clause by which the supplier employs no former official of the Ente (divieto di pantouflage).</summary>
    Pantouflage = 6,

    /// <summary>The annotations in the casellario of ANAC.</summary>
    Annotazioni = 7,
}

/// <summary>The body that carried out a check.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum ChiVerifica
{
    /// <summary>The Soggetto Aggregatore, Città metropolitana di Roma Capitale.</summary>
    Cmrc = 1,

    Ente = 2,
}

/// <summary>The outcome of a check.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum EsitoDueDiligence
{
    Regolare = 1,
    NonRegolare = 2,

    /// <summary>The law does not ask for the check here. A note says why.</summary>
    NonDovuta = 3,
}

/// <summary>The state of a check, or of all checks about a supplier, on a day. The order is from good to bad.</summary>
public enum StatoVerifica
{
    Completa,
    Scaduta,
    Mancante,
    NonRegolare,
}

/// <summary>The Italian words about due diligence.</summary>
public static class DueDiligenceWords
{
    public static string Nome(this TipoVerifica tipo) => tipo switch
    {
        TipoVerifica.Fvoe => "FVOE",
        TipoVerifica.Durc => "DURC",
        TipoVerifica.Antimafia => "Antimafia o white list",
        TipoVerifica.TitolareEffettivo => "Titolare effettivo",
        TipoVerifica.PattoIntegrita => "Patto d'integrità",
        TipoVerifica.Pantouflage => "Clausola di pantouflage",
        TipoVerifica.Annotazioni => "Annotazioni ANAC",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };

    public static string Nome(this ChiVerifica chi) => chi == ChiVerifica.Cmrc ? "CMRC" : "Ente";

    public static string Nome(this EsitoDueDiligence esito) => esito switch
    {
        EsitoDueDiligence.Regolare => "Regolare",
        EsitoDueDiligence.NonRegolare => "Non regolare",
        EsitoDueDiligence.NonDovuta => "Non dovuta",
        _ => throw new ArgumentOutOfRangeException(nameof(esito), esito, null),
    };

    public static string Nome(this StatoVerifica stato) => stato switch
    {
        StatoVerifica.Completa => "Completa",
        StatoVerifica.Scaduta => "Scaduta",
        StatoVerifica.Mancante => "Mancante",
        StatoVerifica.NonRegolare => "Non regolare",
        _ => throw new ArgumentOutOfRangeException(nameof(stato), stato, null),
    };

    /// <summary>Returns what to do to get a check that is missing or has expired.</summary>
    public static string CheFare(this TipoVerifica tipo) => tipo switch
    {
        TipoVerifica.Fvoe => "apri il fascicolo dell'operatore nel FVOE di ANAC",
        TipoVerifica.Durc => "chiedi il DURC on line a INPS o INAIL",
        TipoVerifica.Antimafia => "consulta la BDNA, o la white list della Prefettura",
        TipoVerifica.TitolareEffettivo => "chiedi al fornitore la dichiarazione sul titolare effettivo",
        TipoVerifica.PattoIntegrita => "procurati il patto d'integrità firmato",
        TipoVerifica.Pantouflage => "procurati la dichiarazione sul divieto di pantouflage",
        TipoVerifica.Annotazioni => "consulta il casellario di ANAC",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };
}
