using CigHub.Domain.Persone;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>Form of one step: its day, its reason where the step needs one, and its button.</summary>
public sealed partial class PassoRegistrazioneForm
{
    private readonly Guid _nuovoId = Guid.CreateVersion7();

    [Parameter, EditorRequired]
    public required PassoRegistrazione Passo { get; set; }

    /// <summary>The label of the button.</summary>
    [Parameter, EditorRequired]
    public required string Bottone { get; set; }

    [Parameter]
    public string EtichettaGiorno { get; set; } = "Quando";

    /// <summary>Says whether the form asks for the day. Otherwise the day is today.</summary>
    [Parameter]
    public bool ConGiorno { get; set; } = true;

    [Parameter]
    public bool Primario { get; set; }

    /// <summary>The registration that the page shows.</summary>
    [Parameter, EditorRequired]
    public required RegistrazioneDetails Scheda { get; set; }

    private string? Giorno { get; set; }

    private string? Motivo { get; set; }

    protected override void OnInitialized() => Giorno = RomeTime.Testo(Scheda.Oggi);

    private Task Invia() => Act(
        new AggiornaRegistrazione(Scheda.Registrazione?.Id ?? _nuovoId, Passo, Giorno, Motivo, Scheda.Registrazione?.Version),
        OfficeOutcomeWords.PassoDellaRegistrazione);
}
