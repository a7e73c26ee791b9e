using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Accesso;

/// <summary>What a person would leave open, said where she is deactivated; only numbers.</summary>
public sealed partial class LavoroCheRestaAperto
{
    [Parameter, EditorRequired]
    public required Guid PersonaId { get; set; }

    private IReadOnlyList<LavoroAllEnte>? Lavori { get; set; }

    protected override async Task Carica() => Lavori = await Leggi<LavoroCheResta, IReadOnlyList<LavoroAllEnte>>(async q => await q.Esegui(PersonaId));
}
