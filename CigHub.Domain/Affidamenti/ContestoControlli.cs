using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// The data against which a draft is checked: its Convenzione and Lotto, the Lotto's totals, its Ente, the code lists in force, and today's
/// date in Rome.
/// </summary>
public sealed record ContestoControlli(Convenzione Convenzione, Lotto Lotto, Capienza Capienza, Ente Ente, RaccoltaListe Liste, DateOnly Oggi)
{
    /// <summary>
    /// The amount that the Affidamento itself has already reserved or taken of the Lotto. The Lotto's residuo no longer includes it, so the
    /// check adds it again. Default: zero, as for a draft that was never on the portal.
    /// </summary>
    public Importo GiaPreso { get; init; }

    /// <summary>The earliest day that the fascicolo gives for the Affidamento's own contract. Default: null, when it gives none.</summary>
    public DateOnly? ContrattoDal { get; init; }

    /// <summary>
    /// The criterion by which the Affidamento's supplier was chosen. Null when nobody has given the reason yet, as for a draft that does not
    /// exist yet.
    /// </summary>
    public CriterioFornitore? CriterioScelta { get; init; }

    /// <summary>Returns the same context with what only this Affidamento knows: what it already took, its contract and its choice.</summary>
    public ContestoControlli For(Affidamento affidamento) => this with
    {
        GiaPreso = affidamento.PresoDalLotto,
        ContrattoDal = affidamento.ContrattoDal,
        CriterioScelta = affidamento.CriterioScelta,
    };
}
