using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>The fields of an amount and the act behind it; two such forms stand on one page, so each has its prefix.</summary>
public sealed partial class CampiAtto
{
    /// <summary>Before the names of the fields, so that ids are unique.</summary>
    [Parameter, EditorRequired]
    public required string Prefisso { get; set; }

    [Parameter, EditorRequired]
    public required ModuloAtto Modulo { get; set; }

    [Parameter, EditorRequired]
    public required string EtichettaAtto { get; set; }

    [Parameter, EditorRequired]
    public required string EtichettaData { get; set; }

    [Parameter]
    public string? AiutoImporto { get; set; }

    [Parameter]
    public string? AiutoAtto { get; set; }

    /// <summary>The amount was typed: what follows from it can be said.</summary>
    [Parameter]
    public EventCallback ImportoCambiato { get; set; }

    private async Task CambiaImporto(string? testo)
    {
        Modulo.Importo = testo;
        await ImportoCambiato.InvokeAsync();
    }
}
