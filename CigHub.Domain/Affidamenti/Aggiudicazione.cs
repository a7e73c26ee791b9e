using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>The progress of one adhesion of an AD4 towards its CIG Derivato.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum StatoAggiudicazione
{
    DaRichiedere = 1,
    InRichiesta = 2,
    DaVerificare = 3,
    Acquisita = 4,

    /// <summary>The portal accepted the ANN of the adhesion, which takes nothing of the Lotto any more.</summary>
    Annullata = 5,
}

/// <summary>
/// One adhesion of an Affidamento, with its amount, its reservation and its CIG Derivato. An Affidamento nearly always has one.
/// </summary>
public sealed class Aggiudicazione : IParteDi
{
    private Aggiudicazione() { }

    internal Aggiudicazione(Guid affidamentoId, int indice)
    {
        Id = Identificativi.Nuovo();
        AffidamentoId = affidamentoId;
        Indice = indice;
        Stato = StatoAggiudicazione.DaRichiedere;
    }

    public Guid Id { get; private set; }

    public Guid AffidamentoId { get; private set; }

    /// <summary>The position of the adhesion in the scheda's list <c>aggiudicazioni</c>, from 0.</summary>
    public int Indice { get; private set; }

    public StatoAggiudicazione Stato { get; internal set; }

    /// <summary>
    /// The amount that the adhesion takes of the massimale. It follows the draft until the request begins. Afterwards only a CM1 changes
    /// it.
    /// </summary>
    public Importo Importo { get; internal set; }

    public Cig? CigDerivato { get; internal set; }

    Guid IParteDi.RadiceId => AffidamentoId;
}
