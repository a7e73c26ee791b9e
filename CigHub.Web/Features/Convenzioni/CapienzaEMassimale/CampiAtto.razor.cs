using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>
/// The input fields of an <see cref="AttoSulLottoForm"/>: the amount, and the act that justifies it. Two such forms are on the Lotto's
/// page, so each has a prefix of its own.
/// </summary>
public sealed partial class CampiAtto
{
    /// <summary>The prefix of the field names of this form, which makes the HTML ids on the page unique.</summary>
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

    /// <summary>Occurs when the user has typed another amount, so that the form around these fields can show its effect.</summary>
    [Parameter]
    public EventCallback ImportoCambiato { get; set; }

    private async Task CambiaImporto(string? testo)
    {
        Form.Importo = testo;
        await ImportoCambiato.InvokeAsync();
    }
}
