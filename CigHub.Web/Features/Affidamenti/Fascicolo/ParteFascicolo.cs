using CigHub.Domain.Affidamenti;
using CigHub.Web.Components.Acting;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>A section of the fascicolo with a form of its own: what was refused stands in it, what was typed stays in it.</summary>
public abstract class ParteFascicolo : ActingPart
{
    [Parameter, EditorRequired]
    public required SchedaFascicolo Scheda { get; set; }

    protected Affidamento Affidamento => Scheda.Affidamento;

    /// <summary>When this section was last saved here, to be said.</summary>
    protected DateTime? SalvatoIl { get; set; }

    protected bool Puo(AzioneAffidamento azione) => Utente.Puo(Permission.PreparaBozza) && Transizioni.Ammessa(Affidamento.Stato, azione);
}
