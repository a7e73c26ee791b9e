using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// The section of the AD4 with the quadro economico of an adhesion, and the amount that the adhesion takes from the Lotto.
/// </summary>
public sealed partial class SezioneQuadroEconomico
{
    private Importo Importo => ImportoAdesione.Calcola(Editor.Bozza, Indice, Editor.Details.Convenzione.Erosione);
}
