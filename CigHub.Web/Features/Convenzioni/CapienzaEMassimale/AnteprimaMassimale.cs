using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>What an extension would make of a massimale, said before it is saved.</summary>
/// <param name="Massimale">As it would become.</param>
/// <param name="Quinto">How much of the fifth would still be left; negative: the act goes beyond it.</param>
public sealed record AnteprimaMassimale(Importo Massimale, Importo Quinto)
{
    /// <summary>Null while the amount cannot be read.</summary>
    public static AnteprimaMassimale? Di(Capienza capienza, string? importo) => Importo.Leggi(importo).TryGet(out var di)
        ? new AnteprimaMassimale(capienza.Massimale + di, capienza.EstensionePossibile() - di)
        : null;
}
