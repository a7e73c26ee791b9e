using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>The amounts of an adhesion, and what they take from the Lotto.</summary>
public sealed partial class SezioneQuadroEconomico
{
    private Importo Importo => ImportoAdesione.Calcola(Editor.Bozza, Indice, Editor.Details.Convenzione.Erosione);
}
