namespace CigHub.Domain.Persone;

/// <summary>The role of a person in CigHub. The names are also those of the app roles in the token.</summary>
/// <remarks>The numbers are stored and never change. Source: the organisation of an adhering Ente and of the Soggetto Aggregatore.</remarks>
public enum Ruolo
{
    /// <summary>Prepares the draft and may not request the CIG.</summary>
    Istruttore = 1,

    /// <summary>Responsabile Unico del Progetto (art. 15 D.Lgs. 36/2023): requests and records the CIG Derivato.</summary>
    Rup = 2,

    /// <summary>
    /// Sees the amounts that are taken and left on each Convenzione, and approves an Affidamento above the soglia di approvazione.
    /// </summary>
    Responsabile = 3,

    /// <summary>Reads the registro eventi (ISO 37001) and changes nothing.</summary>
    Auditor = 4,

    /// <summary>Keeps the catalogo (Convenzioni, Lotti, Enti and people) and sees no Affidamento.</summary>
    Amministratore = 5,

    /// <summary>
    /// Carries out, in a RUP's place, the acts of a <see cref="Delega"/> on its Affidamenti. Nobody is assigned this role: only a delega in
    /// force gives it.
    /// </summary>
    Delegato = 6,
}
