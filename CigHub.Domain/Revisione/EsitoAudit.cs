namespace CigHub.Domain.Revisione;

/// <summary>The outcome of an auditor's look at one item, and the weight of a finding.</summary>
/// <remarks>The numbers are stored: they never change. Source: ISO 19011, ISO 37001 9.2 and 10.1.</remarks>
public enum EsitoAudit
{
    Conforme = 1,
    Osservazione = 2,
    Opportunita = 3,
    NonConformitaMinore = 4,
    NonConformitaMaggiore = 5,
}

/// <summary>The way in which a sample is taken from its population.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum MetodoCampione
{
    /// <summary>Every item has the same chance. The seed decides.</summary>
    Casuale = 1,

    /// <summary>Each Ente gives items in proportion to its part of the population. The seed decides which.</summary>
    PerEnte = 2,

    /// <summary>All items above an amount. Nothing is left to chance, so there is no seed.</summary>
    SopraImporto = 3,

    /// <summary>Items that the auditor names, with a written reason.</summary>
    Ragionato = 4,
}

/// <summary>The steps of an audit.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum StatoAudit
{
    Pianificato = 1,

    /// <summary>The sample is drawn, and the working papers are being filled in.</summary>
    InCorso = 2,

    /// <summary>The report is signed. Only replies and verifications follow.</summary>
    Chiuso = 3,
}

/// <summary>The Italian words of outcomes, methods and steps of an audit.</summary>
public static class AuditWords
{
    public static string Nome(this EsitoAudit esito) => esito switch
    {
        EsitoAudit.Conforme => "Conforme",
        EsitoAudit.Osservazione => "Osservazione",
        EsitoAudit.Opportunita => "Opportunità di miglioramento",
        EsitoAudit.NonConformitaMinore => "Non conformità minore",
        EsitoAudit.NonConformitaMaggiore => "Non conformità maggiore",
        _ => throw new ArgumentOutOfRangeException(nameof(esito), esito, null),
    };

    public static string Nome(this MetodoCampione metodo) => metodo switch
    {
        MetodoCampione.Casuale => "Casuale",
        MetodoCampione.PerEnte => "Casuale, in proporzione agli Enti",
        MetodoCampione.SopraImporto => "Tutti quelli sopra un importo",
        MetodoCampione.Ragionato => "Ragionato",
        _ => throw new ArgumentOutOfRangeException(nameof(metodo), metodo, null),
    };

    public static string Nome(this StatoAudit stato) => stato switch
    {
        StatoAudit.Pianificato => "Pianificato",
        StatoAudit.InCorso => "In corso",
        StatoAudit.Chiuso => "Chiuso, rapporto firmato",
        _ => throw new ArgumentOutOfRangeException(nameof(stato), stato, null),
    };

    /// <summary>Says whether an outcome is a non-conformity, which needs a finding with a corrective action.</summary>
    public static bool NonConforme(this EsitoAudit esito) => esito is EsitoAudit.NonConformitaMinore or EsitoAudit.NonConformitaMaggiore;
}
