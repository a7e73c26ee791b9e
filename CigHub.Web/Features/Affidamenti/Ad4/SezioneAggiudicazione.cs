using CigHub.Domain.Affidamenti.Ad4;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>A part of the editor that shows one Aggiudicazione of the scheda.</summary>
public abstract class SezioneAggiudicazione : ComponentBase
{
    [CascadingParameter]
    public required BozzaEditor Editor { get; set; }

    /// <summary>The index of the Aggiudicazione, from 0. Nearly every scheda has only one.</summary>
    [Parameter]
    public int Indice { get; set; }

    /// <summary>The words that say which Aggiudicazione the section shows. Null when the scheda has only one.</summary>
    protected string? Quale => Editor.Bozza.Righe(PercorsoAd4.Aggiudicazioni) > 1 ? $", adesione {Indice + 1}" : null;

    /// <summary>Returns the id of a section's heading.</summary>
    protected string Id(string sezione) => $"sez-{sezione}-{Indice}";

    /// <summary>Returns the path of a field inside this Aggiudicazione.</summary>
    protected string Path(string resto) => PercorsoAd4.Aggiudicazione(Indice, resto);
}
