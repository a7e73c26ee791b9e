using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.ElencoPortale;

/// <summary>The outcome of the comparison of a row of the portal's list with CigHub.</summary>
public enum EsitoConfronto
{
    /// <summary>CigHub does not have the row's CIG, or the portal's states, and would record them.</summary>
    DaRegistrare,

    /// <summary>The match is not certain. The user chooses the Affidamento to which the row corresponds, or leaves the row out.</summary>
    Dubbio,

    /// <summary>CigHub has data that contradict the row. Both are shown, and CigHub's data are never overwritten.</summary>
    Contraddice,

    /// <summary>The row corresponds to no Affidamento of the Ente.</summary>
    SoloSulPortale,

    NonLeggibile,

    /// <summary>The list and CigHub have the same data.</summary>
    Uguale,
}

/// <summary>The datum by which the Affidamento of a row was recognised.</summary>
public enum Riconosciuto
{
    Titolo,

    /// <summary>The number at the beginning of the title. The rest of the title was edited on the portal.</summary>
    Numero,
    CigDerivato,
    RegistroDiSistema,

    /// <summary>CIG Padre, amount and supplier together, which only this row and one Affidamento have.</summary>
    PadreImportoFornitore,
}

/// <summary>A value of the portal beside CigHub's own value.</summary>
/// <remarks>Equality: by members.</remarks>
/// <param name="Diverso">True when the two values differ. A value that the list does not have never differs.</param>
public sealed record ValoreConfrontato(string Nome, string Portale, string CigHub, bool Diverso);

/// <summary>An Affidamento to which a row may correspond, and the adhesion of it that would get the CIG.</summary>
/// <param name="Voci">The portal's values beside CigHub's own values.</param>
public sealed record Candidato(AffidamentoNoto Affidamento, Guid AggiudicazioneId, IReadOnlyList<ValoreConfrontato> Voci);

/// <summary>The changes that CigHub would make when a row is recorded.</summary>
/// <param name="Cig">The CIG Derivato to record. Null when only the portal's states are recorded.</param>
/// <param name="Portale">The portal's data that CigHub would have afterwards.</param>
/// <param name="Cambia">The values that would change, each before and after.</param>
public sealed record Registrazione(
    Guid AffidamentoId, Guid AggiudicazioneId, Cig? Cig, DatiPortale Portale, IReadOnlyList<(string Nome, string Prima, string Dopo)> Cambia);

/// <summary>A row of the list with the outcome of its comparison.</summary>
/// <param name="Perche">
/// The reasons why the row is doubtful, contradicts CigHub or cannot be read. For any other row, a remark on what is odd in it.
/// </param>
/// <param name="Come">The datum by which the row was recognised. Null when it was not recognised.</param>
/// <param name="Candidati">The Affidamento to which the row corresponds, or, for a doubtful row, those to which it may correspond.</param>
/// <param name="DaFare">The changes to make. Null unless the row is to be recorded.</param>
public sealed record RigaConfrontata(
    RigaPortale Riga, EsitoConfronto Esito, IReadOnlyList<Error> Perche, Riconosciuto? Come, IReadOnlyList<Candidato> Candidati, Registrazione? DaFare)
{
    /// <summary>
    /// Returns the changes that CigHub would make when the user chooses that candidate for a doubtful row. Returns null for an adhesion
    /// that is not among the candidates, or for a row that is not doubtful.
    /// </summary>
    public Registrazione? RegistrazioneDi(Guid aggiudicazioneId) =>
        Esito == EsitoConfronto.Dubbio && Candidati.FirstOrDefault(c => c.AggiudicazioneId == aggiudicazioneId) is { } scelto
            ? ConfrontoElenco.Registra(Riga, scelto.Affidamento, aggiudicazioneId)
            : null;
}

/// <summary>The names of the outcomes on screen, in Italian.</summary>
public static class ConfrontoElencoWords
{
    public static string Nome(this EsitoConfronto esito) => esito switch
    {
        EsitoConfronto.DaRegistrare => "Da registrare",
        EsitoConfronto.Dubbio => "Dubbi",
        EsitoConfronto.Contraddice => "In contrasto con CigHub",
        EsitoConfronto.SoloSulPortale => "Solo sul portale",
        EsitoConfronto.NonLeggibile => "Non leggibili",
        EsitoConfronto.Uguale => "Uguali",
        _ => throw new ArgumentOutOfRangeException(nameof(esito), esito, null),
    };

    public static string Nome(this Riconosciuto come) => come switch
    {
        Riconosciuto.Titolo => "dal titolo",
        Riconosciuto.Numero => "dal numero nel titolo",
        Riconosciuto.CigDerivato => "dal CIG Derivato",
        Riconosciuto.RegistroDiSistema => "dal Registro di Sistema",
        Riconosciuto.PadreImportoFornitore => "da CIG Padre, importo e fornitore",
        _ => throw new ArgumentOutOfRangeException(nameof(come), come, null),
    };
}
