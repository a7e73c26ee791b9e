using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>Preview of an extension: the massimale and the fifth before the act is saved.</summary>
/// <param name="Massimale">The massimale after the act.</param>
/// <param name="Quinto">The amount of the fifth still left after the act. Negative when the act exceeds the fifth.</param>
public sealed record AnteprimaMassimale(Importo Massimale, Importo Quinto)
{
    /// <summary>Returns the preview, or null while the amount cannot be read.</summary>
    public static AnteprimaMassimale? Of(Capienza capienza, string? importo) => Importo.Leggi(importo).TryGet(out var di)
        ? new AnteprimaMassimale(capienza.Massimale + di, capienza.EstensionePossibile() - di)
        : null;
}
