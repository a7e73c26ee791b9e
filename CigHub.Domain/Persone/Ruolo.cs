namespace CigHub.Domain.Persone;

/// <summary>What a person is for CigHub; the names are also those of the app roles in the token.</summary>
/// <remarks>The numbers are stored: they never change. Source: the organisation of an adhering Ente and of the Soggetto Aggregatore.</remarks>
public enum Ruolo
{
    /// <summary>Prepares the draft; may not request the CIG.</summary>
    Istruttore = 1,

    /// <summary>Responsabile Unico del Progetto (art. 15 D.Lgs. 36/2023): requests and records the CIG Derivato.</summary>
    Rup = 2,

    /// <summary>Sees what is taken and left on each Convenzione.</summary>
    Responsabile = 3,

    /// <summary>Reads the registro eventi (ISO 37001); changes nothing.</summary>
    Auditor = 4,

    /// <summary>Keeps the catalogue; never an Affidamento.</summary>
    Amministratore = 5,
}
