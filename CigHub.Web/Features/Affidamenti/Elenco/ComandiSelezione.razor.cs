using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>What can be done with what is ticked; not there while nothing is.</summary>
public sealed partial class ComandiSelezione
{
    /// <summary>How many are ticked, on whatever page.</summary>
    [Parameter, EditorRequired]
    public int Quanti { get; set; }

    [Parameter, EditorRequired]
    public bool PuoPreparare { get; set; }

    [Parameter]
    public bool Occupato { get; set; }

    /// <summary>The list already shows nothing else.</summary>
    [Parameter]
    public bool SoloSelezionati { get; set; }

    [Parameter]
    public EventCallback OnCopia { get; set; }

    [Parameter]
    public EventCallback OnElimina { get; set; }

    [Parameter]
    public EventCallback OnStampa { get; set; }

    [Parameter]
    public EventCallback OnEsporta { get; set; }

    [Parameter]
    public EventCallback OnTogli { get; set; }

    private bool ChiedeConferma { get; set; }

    private async Task Elimina()
    {
        ChiedeConferma = false;
        await OnElimina.InvokeAsync();
    }
}
