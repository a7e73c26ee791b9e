using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>The lines of a list of the scheda, with the buttons to add and remove one.</summary>
public sealed partial class RigheAd4
{
    [CascadingParameter]
    public required BozzaEditor Editor { get; set; }

    /// <summary>The path of the list in the scheda.</summary>
    [Parameter, EditorRequired]
    public required string Lista { get; set; }

    /// <summary>The Italian word for one line of the list, in the singular.</summary>
    [Parameter, EditorRequired]
    public required string Nome { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<int> Riga { get; set; }

    /// <summary>The number of lines that are shown even when they are empty.</summary>
    [Parameter]
    public int AtLeast { get; set; } = 1;

    /// <summary>
    /// Says whether the list is shown. A list of values is hidden where it has no meaning. A list of objects is always shown.
    /// </summary>
    private bool Applicabile => Editor.Bozza.SiApplica($"{Lista}/0");

    private int RigheSalvate => Editor.Bozza.Righe(Lista);

    private int Righe => Math.Max(AtLeast, RigheSalvate);

    /// <summary>Adds a line. A line that is shown but does not exist yet is created first: no other line can follow it before that.</summary>
    private void Add()
    {
        for (var righe = Righe + 1; RigheSalvate < righe;)
        {
            Editor.AggiungiRiga(Lista);
        }
    }
}
