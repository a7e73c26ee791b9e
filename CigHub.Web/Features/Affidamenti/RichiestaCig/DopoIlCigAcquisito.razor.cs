using CigHub.Domain.Affidamenti;
using CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Shows, once a CIG has been registered, the next Affidamento of the RUP that is ready for the portal, with the order and the publication
/// that remain for this one beside it.
/// </summary>
public sealed partial class DopoIlCigAcquisito
{
    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    /// <summary>
    /// Says whether this stands in the panel beside the portal: the next Affidamento then opens in the panel, the other pages in a tab.
    /// </summary>
    [Parameter]
    public bool InPannello { get; set; }

    private string? Target => InPannello ? "_blank" : null;

    private AffidamentoInSerie? Prossimo { get; set; }

    private bool Letto { get; set; }

    protected override async Task LoadAsync()
    {
        if (!Letto && User!.May(Permission.RichiediCig))
        {
            Prossimo = await Read<RichiesteDellaSerie, AffidamentoInSerie>(q => q.ProssimoPronto(User!.Actor.PersonaId));
        }

        Letto = true;
    }
}
