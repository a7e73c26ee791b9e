using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>A part of the editor that shows one Aggiudicazione of the scheda.</summary>
public abstract class SezioneAggiudicazione : ComponentBase
{
    [CascadingParameter]
    public required EditorBozza Editor { get; set; }

    /// <summary>Which one, from 0: nearly always the only one.</summary>
    [Parameter]
    public int Indice { get; set; }

    /// <summary>A path inside this Aggiudicazione.</summary>
    protected virtual string P(string resto) => PercorsoAd4.Aggiudicazione(Indice, resto);
}
