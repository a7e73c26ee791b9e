using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>The way in which a CIG too many was found.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum OrigineCigInPiu
{
    /// <summary>The portal's list had it beside the CIG Derivato of the Affidamento.</summary>
    Elenco = 1,

    /// <summary>A person recorded it by hand.</summary>
    Mano = 2,
}

/// <summary>
/// A CIG too many: a second CIG that the portal gave for the same adhesion. It takes nothing of the Lotto, and it must be annulled on the
/// portal.
/// </summary>
/// <remarks>Source: ANAC, npa issue 1477. The database ensures that no CIG stands twice among them.</remarks>
public sealed class CigInPiu : IPartOf
{
    /// <summary>Maximum length of the reference to the ANN that annulled the CIG, in characters.</summary>
    public const int MaxRiferimento = 200;

    private CigInPiu() { }

    internal CigInPiu(Guid id, Guid affidamentoId, Cig cig, OrigineCigInPiu origine, DateOnly entro, DateTime utc)
    {
        Id = id;
        AffidamentoId = affidamentoId;
        Cig = cig;
        Origine = origine;
        Entro = entro;
        TrovatoIl = utc;
    }

    public Guid Id { get; private set; }

    public Guid AffidamentoId { get; private set; }

    public Cig Cig { get; private set; } = null!;

    public OrigineCigInPiu Origine { get; private set; }

    public DateTime TrovatoIl { get; private set; }

    /// <summary>The last day, inclusive, by which the office wants the CIG annulled. It is the office's habit, not a term of the law.</summary>
    public DateOnly Entro { get; private set; }

    /// <summary>The day on which the portal accepted the ANN of this CIG. Null while it is to be annulled.</summary>
    public DateOnly? AnnullatoIl { get; private set; }

    /// <summary>The reference to the ANN, for example the portal's Registro di Sistema. Null while the CIG is to be annulled.</summary>
    public string? Riferimento { get; private set; }

    public bool DaAnnullare => AnnullatoIl is null;

    Guid IPartOf.RadiceId => AffidamentoId;

    public bool InRitardo(DateOnly oggi) => DaAnnullare && Entro < oggi;

    internal void Annulla(DateOnly giorno, string riferimento) => (AnnullatoIl, Riferimento) = (giorno, riferimento.Trim());
}
