using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Adempimenti;

/// <summary>The section of a person's page with the yearly declarations and the training, and what is missing this year.</summary>
public sealed partial class SezioneAdempimenti
{
    [Parameter, EditorRequired]
    public Guid PersonaId { get; set; }

    /// <summary>Says whether the user may record an act here.</summary>
    [Parameter, EditorRequired]
    public bool MayManage { get; set; }

    private AdempimentiView? View { get; set; }

    protected override async Task LoadAsync() => View = await Read<AdempimentiDellaPersona, AdempimentiView>(q => q.Run(PersonaId, Actor));
}
