using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>The state of the conferma di capienza of an Affidamento.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum StatoConferma
{
    /// <summary>CMRC has confirmed nothing, or the confirmation was recorded before it took capacity.</summary>
    Nessuna = 0,

    /// <summary>The conferma holds its amount on the Lotto until its last day, or until a request consumes it.</summary>
    InVigore = 1,

    /// <summary>The request of the CIG has consumed the conferma. When the request ends without a CIG, the conferma is in force again.</summary>
    Consumata = 2,

    /// <summary>The last day has passed without a request, so the amount is free again.</summary>
    Terminata = 3,

    /// <summary>CMRC or the Ente has withdrawn the conferma, or the Affidamento was deleted, so the amount is free again.</summary>
    Liberata = 4,
}

/// <summary>The names of the states of a conferma on screen, in Italian.</summary>
public static class ConfermaWords
{
    public static string Word(this StatoConferma stato) => stato switch
    {
        StatoConferma.Nessuna => "Nessuna conferma",
        StatoConferma.InVigore => "In vigore",
        StatoConferma.Consumata => "Usata dalla richiesta del CIG",
        StatoConferma.Terminata => "Terminata",
        StatoConferma.Liberata => "Liberata",
        _ => throw new ArgumentOutOfRangeException(nameof(stato), stato, null),
    };
}

/// <summary>The last conferma di capienza of an Affidamento, with the amount that it holds on the Lotto.</summary>
/// <remarks>
/// Equality: by all members. The ledger row and its end must name the same party and day, so both are kept as they were when the conferma was
/// recorded: the draft may change meanwhile.
/// </remarks>
/// <param name="AttoId">The atto of the fascicolo that holds CMRC's answer.</param>
/// <param name="Importo">The amount that CMRC confirmed.</param>
/// <param name="Tenuto">The amount that it holds on the Lotto now. Zero unless it is in force.</param>
/// <param name="Giorno">The day of CMRC's answer.</param>
/// <param name="ValidaFinoAl">The last day on which it holds, inclusive. Null when CMRC gave none.</param>
/// <param name="IdPartecipante">The party that the draft named when the conferma was recorded. Empty when it named none.</param>
/// <param name="RegistrataIl">The instant of the recording, UTC.</param>
public sealed record ConfermaCapienza(
    Guid AttoId, Importo Importo, Importo Tenuto, DateOnly Giorno, DateOnly? ValidaFinoAl, Guid IdPartecipante, DateTime RegistrataIl, StatoConferma Stato)
{
    /// <summary>Says whether the last day has passed on that day.</summary>
    public bool TerminataAl(DateOnly giorno) => ValidaFinoAl is { } fine && fine < giorno;
}
