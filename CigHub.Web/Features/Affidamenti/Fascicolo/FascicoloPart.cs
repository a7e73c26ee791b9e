using CigHub.Domain.Affidamenti;
using CigHub.Web.Components.Acting;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// Base of the sections of the fascicolo that have a form of their own. After a refusal a section shows the errors and keeps what the user
/// typed.
/// </summary>
public abstract class FascicoloPart : ActingPart
{
    [Parameter, EditorRequired]
    public required FascicoloDetails Details { get; set; }

    protected Affidamento Affidamento => Details.Affidamento;

    /// <summary>
    /// The instant, UTC, at which the user last saved this section on the open page. Null when the last save was refused, or when there was
    /// none.
    /// </summary>
    protected DateTime? SavedAt { get; set; }

    /// <summary>Says whether the user may run the command on the Affidamento in its present state.</summary>
    /// <param name="azione">The action that the command carries out.</param>
    protected bool May<TCommand>(AzioneAffidamento azione)
        where TCommand : ICommand => User.May<TCommand>() && Transizioni.Ammessa(Affidamento.Stato, azione);
}
