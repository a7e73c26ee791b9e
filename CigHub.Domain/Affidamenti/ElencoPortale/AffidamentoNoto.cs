using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.ElencoPortale;

/// <summary>An Affidamento of CigHub, with the data that are compared with a row of the portal's list.</summary>
/// <remarks>Equality: by members, the list by reference.</remarks>
public sealed record AffidamentoNoto(
    Guid Id, NumeroAffidamento Numero, string Titolo, StatoAffidamento Stato, Cig CigPadre, Importo Importo, string DenominazioneOe,
    DatiPortale Portale, int Version, IReadOnlyList<AggiudicazioneNota> Aggiudicazioni)
{
    /// <summary>The CIG too many that are recorded for the Affidamento.</summary>
    public IReadOnlyList<Cig> CigInPiu { get; init; } = [];

    /// <summary>Says whether the CIG of the Affidamento is being requested on the portal.</summary>
    public bool SulPortale => Stato.AttendeIlCig();

    /// <summary>The adhesions of the Affidamento that may still get a CIG: those that have none and are not annulled.</summary>
    public IEnumerable<AggiudicazioneNota> Libere => Aggiudicazioni.Where(g => g.Cig is null && g.Stato != StatoAggiudicazione.Annullata);

    /// <summary>
    /// Says whether an Importo Appalto of the portal's list equals the total amount of the Affidamento or the amount of one of its
    /// adhesions.
    /// </summary>
    public bool HaImporto(Importo importo) => Importo == importo || Aggiudicazioni.Any(g => g.Importo == importo);
}

/// <summary>One adhesion of an <see cref="AffidamentoNoto"/>, with its CIG when it has one.</summary>
/// <remarks>Equality: by members.</remarks>
public sealed record AggiudicazioneNota(Guid Id, Importo Importo, Cig? Cig, StatoAggiudicazione Stato);

/// <summary>The data of CigHub with which the rows of the portal's list are compared.</summary>
/// <param name="Affidamenti">The Affidamenti of the Ente that loads the list, without the deleted ones.</param>
/// <param name="Eliminati">The numbers of the deleted Affidamenti, used only to say that an Affidamento was deleted.</param>
/// <param name="Padri">Every CIG Padre of CigHub's catalogue.</param>
/// <param name="DiAltri">The CIG of the list that Affidamenti of other Enti have. CigHub never says whose they are.</param>
/// <param name="Regole">The rules on the CIG that are accepted here.</param>
public sealed record ContestoElenco(
    IReadOnlyList<AffidamentoNoto> Affidamenti,
    IReadOnlySet<NumeroAffidamento> Eliminati,
    IReadOnlySet<Cig> Padri,
    IReadOnlySet<Cig> DiAltri,
    RegoleCigDerivato Regole);
