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

    /// <summary>Which one, in words, where there are several.</summary>
    protected string? Quale => Editor.Bozza.Righe(PercorsoAd4.Aggiudicazioni) > 1 ? $", adesione {Indice + 1}" : null;

    /// <summary>Id of a section's heading.</summary>
    protected string Id(string sezione) => $"sez-{sezione}-{Indice}";

    /// <summary>A path inside this Aggiudicazione.</summary>
    protected string P(string resto) => PercorsoAd4.Aggiudicazione(Indice, resto);
}
