using CigHub.Domain.Affidamenti;
using CigHub.Web.Components.Acting;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>A section of the fascicolo with a form of its own. It shows what was refused and keeps what was typed.</summary>
public abstract class FascicoloPart : ActingPart
{
    [Parameter, EditorRequired]
    public required FascicoloDetails Details { get; set; }

    protected Affidamento Affidamento => Details.Affidamento;

    /// <summary>
    /// The instant, UTC, at which the user last saved this section here. Null when the last save was refused, or there was none.
    /// </summary>
    protected DateTime? SavedAt { get; set; }

    protected bool May(AzioneAffidamento azione) => User.May(Permission.PreparaBozza) && Transizioni.Ammessa(Affidamento.Stato, azione);
}
