using CigHub.Domain.Affidamenti;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Guides the user to the outcome of a request whose answer was not clear, by the steps of the percorso. Such a request goes on only with
/// the CIG, or after somebody has looked in the portal's list.
/// </summary>
public sealed partial class EsitoDaVerificare
{
    [Parameter, EditorRequired]
    public required AffidamentoDetails Details { get; set; }

    [Parameter, EditorRequired]
    public required string Address { get; set; }

    private string Valore(string percorso) => percorso switch
    {
        SeguitoDelPercorso.Titolo => Details.Affidamento.TitoloDocumento,
        SeguitoDelPercorso.RegistroDiSistema => Details.Affidamento.Portale.RegistroDiSistema,
        SeguitoDelPercorso.Cig => Details.Affidamento.CigDerivati,
        _ => "",
    };
}
