using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.ElencoPortale;

/// <summary>What comes of comparing a row of the portal's list with CigHub.</summary>
public enum EsitoConfronto
{
    /// <summary>CigHub would record the CIG, the portal's states, or both.</summary>
    DaRegistrare,

    /// <summary>A person chooses which Affidamento it is, or leaves it out.</summary>
    Dubbio,

    /// <summary>CigHub says something else: shown, never overwritten.</summary>
    Contraddice,

    /// <summary>No Affidamento of the Ente is like it.</summary>
    SoloSulPortale,

    NonLeggibile,

    /// <summary>Both say the same.</summary>
    Uguale,
}

/// <summary>By what a row was recognised.</summary>
public enum Riconosciuto
{
    Titolo,

    /// <summary>The number at the title's beginning; the rest was edited on the portal.</summary>
    Numero,
    CigDerivato,
    RegistroDiSistema,

    /// <summary>CIG Padre, amount and supplier, one on each side.</summary>
    PadreImportoFornitore,
}

/// <summary>A datum on both sides.</summary>
/// <remarks>Equality: by members.</remarks>
/// <param name="Diverso">They do not say the same; what the list does not have is not different.</param>
public sealed record VoceConfronto(string Nome, string Portale, string CigHub, bool Diverso);

/// <summary>An Affidamento that a row may be, and the adhesion of it that would take the CIG.</summary>
/// <param name="Voci">The portal's values beside CigHub's.</param>
public sealed record Candidato(AffidamentoNoto Affidamento, Guid AggiudicazioneId, IReadOnlyList<VoceConfronto> Voci);

/// <summary>What would be recorded of a row.</summary>
/// <param name="Cig">Null: only the portal's states.</param>
/// <param name="Portale">What CigHub would keep from then on.</param>
/// <param name="Cambia">Each value that changes, before and after.</param>
public sealed record Registrazione(
    Guid AffidamentoId, Guid AggiudicazioneId, Cig? Cig, DatiPortale Portale, IReadOnlyList<(string Nome, string Prima, string Dopo)> Cambia);

/// <summary>A row of the list with what came of it.</summary>
/// <param name="Perche">Why it is doubtful, contradicts or cannot be read; also what is odd in a row that is equal.</param>
/// <param name="Come">By what it was recognised; null where it was not.</param>
/// <param name="Candidati">The Affidamento it is; for a doubtful row those it may be.</param>
/// <param name="DaFare">Only of a row that is to be recorded.</param>
public sealed record RigaConfrontata(
    RigaPortale Riga, EsitoConfronto Esito, IReadOnlyList<Error> Perche, Riconosciuto? Come, IReadOnlyList<Candidato> Candidati, Registrazione? DaFare)
{
    /// <summary>What choosing a candidate of a doubtful row would record; null for one that is not offered.</summary>
    public Registrazione? Se(Guid aggiudicazioneId) =>
        Esito == EsitoConfronto.Dubbio && Candidati.FirstOrDefault(c => c.AggiudicazioneId == aggiudicazioneId) is { } scelto
            ? ConfrontoElenco.Registra(Riga, scelto.Affidamento, aggiudicazioneId)
            : null;
}

/// <summary>The words of the screen for outcomes.</summary>
public static class ParoleDelConfronto
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
