using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>The lines of a list of the scheda, with the buttons to add and remove one.</summary>
public sealed partial class RigheAd4
{
    [CascadingParameter]
    public required EditorBozza Editor { get; set; }

    /// <summary>Path of the list.</summary>
    [Parameter, EditorRequired]
    public required string Lista { get; set; }

    /// <summary>What one line is, Italian, singular.</summary>
    [Parameter, EditorRequired]
    public required string Nome { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<int> Riga { get; set; }

    /// <summary>How many lines are shown even when nothing is in them.</summary>
    [Parameter]
    public int Almeno { get; set; } = 1;

    /// <summary>A list of values that has no meaning here is not shown; one of objects always has.</summary>
    private bool Applicabile => Editor.Bozza.SiApplica($"{Lista}/0");

    private int RigheSalvate => Editor.Bozza.Righe(Lista);

    private int Righe => Math.Max(Almeno, RigheSalvate);

    /// <summary>The line that is shown before it exists must exist before another can follow it.</summary>
    private void Aggiungi()
    {
        for (var righe = Righe + 1; RigheSalvate < righe;)
        {
            Editor.AggiungiRiga(Lista);
        }
    }
}
