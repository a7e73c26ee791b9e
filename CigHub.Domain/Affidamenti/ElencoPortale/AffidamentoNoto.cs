using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.ElencoPortale;

/// <summary>What CigHub knows of an Affidamento that a row of the list may be.</summary>
/// <remarks>Equality: by members, the list by reference.</remarks>
public sealed record AffidamentoNoto(
    Guid Id, NumeroAffidamento Numero, string Titolo, StatoAffidamento Stato, Cig CigPadre, Importo Importo, string DenominazioneOe,
    DatiPortale Portale, int Version, IReadOnlyList<AggiudicazioneNota> Aggiudicazioni)
{
    /// <summary>Waits for its CIG on the portal.</summary>
    public bool SulPortale => Stato.AttendeIlCig();

    /// <summary>Those that may still get a CIG.</summary>
    public IEnumerable<AggiudicazioneNota> Libere => Aggiudicazioni.Where(g => g.Cig is null && g.Stato != StatoAggiudicazione.Annullata);

    /// <summary>Whether the portal's Importo Appalto is the whole's, or one of the adhesions'.</summary>
    public bool HaImporto(Importo importo) => Importo == importo || Aggiudicazioni.Any(g => g.Importo == importo);
}

/// <summary>One adhesion of an <see cref="AffidamentoNoto"/>.</summary>
/// <remarks>Equality: by members.</remarks>
public sealed record AggiudicazioneNota(Guid Id, Importo Importo, Cig? Cig, StatoAggiudicazione Stato);

/// <summary>What the rows of a list are matched with.</summary>
/// <param name="Affidamenti">Those of the Ente that loads the list; deleted ones are not among them.</param>
/// <param name="Eliminati">Numbers of the deleted ones, only to say so.</param>
/// <param name="Padri">Every CIG Padre of the catalogue.</param>
/// <param name="DiAltri">CIG of the list that some Affidamento outside this Ente has: whose is never told.</param>
/// <param name="Regole">What CIG are taken here.</param>
public sealed record ContestoElenco(
    IReadOnlyList<AffidamentoNoto> Affidamenti,
    IReadOnlySet<NumeroAffidamento> Eliminati,
    IReadOnlySet<Cig> Padri,
    IReadOnlySet<Cig> DiAltri,
    RegoleCigDerivato Regole);
