using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>The state of one adhesion of an AD4, from the draft to its CIG Derivato and a possible annulment.</summary>
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
/// One adhesion of an Affidamento, with its amount, its riserva and its CIG Derivato. An Affidamento nearly always has one.
/// </summary>
public sealed class Aggiudicazione : IPartOf
{
    private Aggiudicazione() { }

    internal Aggiudicazione(Guid affidamentoId, int indice)
    {
        Id = PartIds.Of(affidamentoId, indice);
        AffidamentoId = affidamentoId;
        Indice = indice;
        Stato = StatoAggiudicazione.DaRichiedere;
    }

    /// <summary>
    /// The id, which is computed from the Affidamento's id and the position. An adhesion that is removed from a draft and added again at
    /// the same position has the same id.
    /// </summary>
    public Guid Id { get; private set; }

    public Guid AffidamentoId { get; private set; }

    /// <summary>The position of the adhesion in the scheda's list <c>aggiudicazioni</c>, from 0.</summary>
    public int Indice { get; private set; }

    public StatoAggiudicazione Stato { get; internal set; }

    /// <summary>
    /// The amount that the adhesion takes of the Lotto's massimale. It is computed from the draft until the request of the CIG begins.
    /// Afterwards only a CM1 changes it.
    /// </summary>
    public Importo Importo { get; internal set; }

    public Cig? CigDerivato { get; internal set; }

    /// <summary>
    /// The idPartecipante of the supplier, copied from the draft so that SQL can add up what each supplier of a Lotto has taken. For a
    /// raggruppamento it is the id of its first member. The empty id when the draft has no supplier.
    /// </summary>
    public Guid IdPartecipante { get; internal set; }

    Guid IPartOf.RadiceId => AffidamentoId;
}
