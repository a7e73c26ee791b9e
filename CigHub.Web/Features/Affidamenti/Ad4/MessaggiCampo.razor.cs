using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>The messages under a field: its error, the choice to make when somebody else changed it too, and the help.</summary>
public sealed partial class MessaggiCampo
{
    [Parameter, EditorRequired]
    public required BozzaEditor Editor { get; set; }

    [Parameter, EditorRequired]
    public required string Percorso { get; set; }

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Help { get; set; }

    private bool InConflict => Editor.NonSalvati.TryGetValue(Percorso, out var errore) && errore.Code == SalvaBozza.Conflitto;
}
