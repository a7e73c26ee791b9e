using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>The lines of one list of the scheda, with the buttons to add and to remove a line.</summary>
public sealed partial class RigheAd4
{
    [CascadingParameter]
    public required BozzaEditor Editor { get; set; }

    [CascadingParameter]
    public CampiInVista? Vista { get; set; }

    /// <summary>The path of the list in the scheda, without an index.</summary>
    [Parameter, EditorRequired]
    public required string Lista { get; set; }

    /// <summary>The Italian word for one line of the list, in the singular.</summary>
    [Parameter, EditorRequired]
    public required string Nome { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<int> Riga { get; set; }

    /// <summary>The least number of lines to show. Lines that the draft does not have yet are shown empty.</summary>
    [Parameter]
    public int AtLeast { get; set; } = 1;

    /// <summary>
    /// Says whether the list is shown. A list of plain values is hidden while it does not apply to this draft. Any list is hidden while its
    /// section is folded and none of its fields is in sight.
    /// </summary>
    private bool Applicabile => Editor.Bozza.SiApplica($"{Lista}/0") && (Vista?.MostraRiga(Lista) ?? true);

    private int RigheSalvate => Editor.Bozza.Righe(Lista);

    private int Righe => Math.Max(AtLeast, RigheSalvate);

    /// <summary>
    /// Adds a line at the end. An empty line that is shown but is not in the draft yet is added to the draft first, because the lines of a
    /// list must follow one another.
    /// </summary>
    private void Add()
    {
        for (var righe = Righe + 1; RigheSalvate < righe;)
        {
            Editor.AggiungiRiga(Lista);
        }
    }
}
