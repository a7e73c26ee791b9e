using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>
/// The result that an act on the massimale would have, shown while the user types its amount: the new massimale and what is then left of
/// the quinto d'obbligo.
/// </summary>
/// <param name="Massimale">The massimale after the act.</param>
/// <param name="Quinto">The amount of the quinto d'obbligo left after the act. Negative when the act exceeds it.</param>
public sealed record AnteprimaMassimale(Importo Massimale, Importo Quinto)
{
    /// <summary>
    /// Returns the result of an act with the typed amount, which may be negative. Returns null while the amount cannot be read.
    /// </summary>
    public static AnteprimaMassimale? Of(Capienza capienza, string? importo) => Importo.Leggi(importo).TryGet(out var di)
        ? new AnteprimaMassimale(capienza.Massimale + di, capienza.EstensionePossibile() - di)
        : null;
}
