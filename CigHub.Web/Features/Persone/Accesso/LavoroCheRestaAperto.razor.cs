using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Accesso;

/// <summary>Shows the numbers of the open work that a person would leave, next to the form that deactivates the person.</summary>
public sealed partial class LavoroCheRestaAperto
{
    [Parameter, EditorRequired]
    public required Guid PersonaId { get; set; }

    private IReadOnlyList<LavoroAllEnte>? Lavori { get; set; }

    protected override async Task LoadAsync() => Lavori = await Read<LavoroCheResta, IReadOnlyList<LavoroAllEnte>>(async q => await q.Run(PersonaId));
}
