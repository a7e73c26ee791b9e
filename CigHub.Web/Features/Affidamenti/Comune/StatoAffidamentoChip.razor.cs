using CigHub.Domain.Affidamenti;
using CigHub.Web.Components.Display;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CigHub.Web.Features.Affidamenti.Comune;

/// <summary>Shows the state of an Affidamento with a word and an icon.</summary>
public sealed partial class StatoAffidamentoChip
{
    [Parameter, EditorRequired]
    public StatoAffidamento Stato { get; set; }

    /// <summary>Draws the state inside another plain part.</summary>
    public static RenderFragment Of(StatoAffidamento stato)
    {
        var (icon, color) = Look(stato);
        return StateChip.Of(stato.Nome(), icon, color);
    }

    private static (string Icon, Color Color) Look(StatoAffidamento stato) => stato switch
    {
        StatoAffidamento.InLavorazione => (Icons.Material.Outlined.Edit, Color.Default),
        StatoAffidamento.ProntoPerIlPortale => (Icons.Material.Outlined.PlayCircle, Color.Primary),
        StatoAffidamento.CigInRichiesta or StatoAffidamento.ModificaInRichiesta or StatoAffidamento.AnnullamentoInRichiesta =>
            (Icons.Material.Outlined.HourglassTop, Color.Info),
        StatoAffidamento.EsitoDaVerificare => (Icons.Material.Outlined.Help, Color.Warning),
        StatoAffidamento.CigAcquisito => (Icons.Material.Outlined.CheckCircle, Color.Success),
        StatoAffidamento.Eliminato or StatoAffidamento.AffidamentoAnnullato => (Icons.Material.Outlined.Cancel, Color.Error),
        _ => (Icons.Material.Outlined.Pending, Color.Default),
    };
}
