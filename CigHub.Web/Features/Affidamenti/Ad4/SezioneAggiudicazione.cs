using CigHub.Domain.Affidamenti.Ad4;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>Base of the sections of the AD4 editor that show the fields of one Aggiudicazione of the scheda.</summary>
public abstract class SezioneAggiudicazione : ComponentBase
{
    [CascadingParameter]
    public required BozzaEditor Editor { get; set; }

    /// <summary>The index of the Aggiudicazione, from 0. Nearly every scheda has only one.</summary>
    [Parameter]
    public int Indice { get; set; }

    /// <summary>
    /// The words after a heading that name the Aggiudicazione of the section, for example «, adesione 2». Null when the scheda has only
    /// one.
    /// </summary>
    protected string? Quale => Editor.Bozza.Righe(PercorsoAd4.Aggiudicazioni) > 1 ? $", adesione {Indice + 1}" : null;

    /// <summary>Returns the HTML id of a section's heading, different for each Aggiudicazione.</summary>
    protected string Id(string sezione) => $"sez-{sezione}-{Indice}";

    /// <summary>
    /// Returns the path in the scheda of a field of this Aggiudicazione. <paramref name="resto"/> is its path from there.
    /// </summary>
    protected string Path(string resto) => PercorsoAd4.Aggiudicazione(Indice, resto);
}
