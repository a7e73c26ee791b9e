using CigHub.Domain.Persone;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>
/// The form with which a RUP records one step of the registration: its day, its reason where one is needed, and a button.
/// </summary>
public sealed partial class PassoRegistrazioneForm
{
    private readonly Guid _newId = Guid.CreateVersion7();

    [Parameter, EditorRequired]
    public required PassoRegistrazione Passo { get; set; }

    /// <summary>The words on the button that records the step.</summary>
    [Parameter, EditorRequired]
    public required string Button { get; set; }

    [Parameter]
    public string EtichettaGiorno { get; set; } = "Quando";

    /// <summary>Says whether the form asks for the day of the step. Otherwise the step is recorded for today.</summary>
    [Parameter]
    public bool ConGiorno { get; set; } = true;

    [Parameter]
    public bool Primario { get; set; }

    /// <summary>The registration for which the step is recorded, as the page shows it.</summary>
    [Parameter, EditorRequired]
    public required RegistrazioneDetails Details { get; set; }

    private string? Day { get; set; }

    private string? Motivo { get; set; }

    protected override void OnInitialized() => Day = RomeTime.Text(Details.Oggi);

    private Task Send() => Act(
        new AggiornaRegistrazione(Details.Registrazione?.Id ?? _newId, Passo, Day, Motivo, Details.Registrazione?.Version),
        OfficeOutcomeWords.PassoDellaRegistrazione);
}
