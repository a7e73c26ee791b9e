using CigHub.Domain.Persone;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>The small form of one step: its day, its reason where it wants one, its button.</summary>
public sealed partial class ModuloPasso
{
    private readonly Guid _nuovoId = Guid.CreateVersion7();

    [Parameter, EditorRequired]
    public required PassoRegistrazione Passo { get; set; }

    /// <summary>What the button says.</summary>
    [Parameter, EditorRequired]
    public required string Bottone { get; set; }

    [Parameter]
    public string EtichettaGiorno { get; set; } = "Quando";

    /// <summary>Whether the day is asked for; else it is today.</summary>
    [Parameter]
    public bool ConGiorno { get; set; } = true;

    [Parameter]
    public bool Primario { get; set; }

    /// <summary>The registration as the page shows it.</summary>
    [Parameter, EditorRequired]
    public required SchedaRegistrazione Scheda { get; set; }

    private string? Giorno { get; set; }

    private string? Motivo { get; set; }

    protected override void OnInitialized() => Giorno = OraItaliana.Testo(Scheda.Oggi);

    private Task Invia() => Act(
        new AggiornaRegistrazione(Scheda.Registrazione?.Id ?? _nuovoId, Passo, Giorno, Motivo, Scheda.Registrazione?.Version), ParoleDellUfficio.PassoDellaRegistrazione);
}
