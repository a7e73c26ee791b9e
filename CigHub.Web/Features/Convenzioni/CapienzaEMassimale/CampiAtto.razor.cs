using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>The fields of an amount and of the act behind it. Two such forms stand on one page, so each has its prefix.</summary>
public sealed partial class CampiAtto
{
    /// <summary>The prefix of the field names, which keeps the ids on the page unique.</summary>
    [Parameter, EditorRequired]
    public required string Prefix { get; set; }

    [Parameter, EditorRequired]
    public required AttoSulLottoForm Form { get; set; }

    [Parameter, EditorRequired]
    public required string EtichettaAtto { get; set; }

    [Parameter, EditorRequired]
    public required string EtichettaData { get; set; }

    [Parameter]
    public string? AiutoImporto { get; set; }

    [Parameter]
    public string? AiutoAtto { get; set; }

    /// <summary>Raised when the user has typed the amount, so that the page can show its effect.</summary>
    [Parameter]
    public EventCallback ImportoCambiato { get; set; }

    private async Task CambiaImporto(string? testo)
    {
        Form.Importo = testo;
        await ImportoCambiato.InvokeAsync();
    }
}
