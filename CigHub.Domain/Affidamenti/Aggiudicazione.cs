using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>How far one adhesion of an AD4 is on its way to its CIG Derivato.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum StatoAggiudicazione
{
    DaRichiedere = 1,
    InRichiesta = 2,
    DaVerificare = 3,
    Acquisita = 4,

    /// <summary>The portal accepted its ANN: it takes nothing of the Lotto any more.</summary>
    Annullata = 5,
}

/// <summary>One adhesion of an Affidamento: it owns the amount, the reservation and the CIG Derivato. Nearly always there is one.</summary>
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

    /// <summary>Its place in the scheda's list <c>aggiudicazioni</c>, from 0.</summary>
    public int Indice { get; private set; }

    public StatoAggiudicazione Stato { get; internal set; }

    /// <summary>What erodes the massimale: follows the draft until the request, then stands still but for a CM1.</summary>
    public Importo Importo { get; internal set; }

    public Cig? CigDerivato { get; internal set; }

    Guid IParteDi.RadiceId => AffidamentoId;
}
