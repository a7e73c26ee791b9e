using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Registrazione;

/// <summary>The small form of one step: its day, its reason where it wants one, its button.</summary>
public sealed partial class ModuloPasso
{
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

    [Parameter, EditorRequired]
    public required DateOnly Oggi { get; set; }

    /// <summary>Takes the step; what refused it comes back.</summary>
    [Parameter, EditorRequired]
    public required Func<PassoRegistrazione, string?, string?, Task<IReadOnlyList<Error>>> Compi { get; set; }

    private string? Giorno { get; set; }

    private string? Motivo { get; set; }

    private bool Occupato { get; set; }

    private IReadOnlyList<Error> Errori { get; set; } = [];

    protected override void OnInitialized() => Giorno = OraItaliana.Testo(Oggi);

    private async Task Invia()
    {
        Occupato = true;
        var errori = await Compi(Passo, Giorno, Motivo);
        Errori = [.. errori.Select(e => e with { Field = e.Field is { } campo ? $"{Passo}{campo}" : null })];
        Occupato = false;
    }
}
