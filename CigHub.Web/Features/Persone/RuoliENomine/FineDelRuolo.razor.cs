using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>The form that ends a role: the first day without it, and the reason when that day is past.</summary>
public sealed partial class FineDelRuolo
{
    [Parameter, EditorRequired]
    public required Guid RuoloId { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    [Parameter, EditorRequired]
    public required Persona Persona { get; set; }

    /// <summary>Raised when the user closes the form without ending the role.</summary>
    [Parameter, EditorRequired]
    public required EventCallback Lascia { get; set; }

    private string? Fino { get; set; }

    private string? MotivoScritto { get; set; }

    private bool InRitardo => WrittenDate.Leggi(Fino ?? "", Today).TryGet(out var giorno) && giorno < Today;

    // The reason counts only while the form shows its field.
    private string? Motivo => InRitardo ? MotivoScritto : null;

    protected override void OnInitialized() => Fino = RomeTime.Text(Today);

    private async Task Remove()
    {
        if (await Act(new TogliRuolo(RuoloId, Persona.Id, Fino, Persona.Version, Motivo), OfficeOutcomeWords.RuoloTolto))
        {
            await Lascia.InvokeAsync();
        }
    }
}
