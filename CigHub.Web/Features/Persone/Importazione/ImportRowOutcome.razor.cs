using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Importazione;

/// <summary>The outcome of one row of an import: what it would do, or its errors, each with a field in which to correct the cell.</summary>
public sealed partial class ImportRowOutcome
{
    [Parameter, EditorRequired]
    public required AnagrafeSheet Sheet { get; set; }

    [Parameter, EditorRequired]
    public required RigaAnagrafe Row { get; set; }

    [Parameter, EditorRequired]
    public required EsitoDellaRiga Esito { get; set; }

    /// <summary>The letter of each column in the sheet, by its caption.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, string> Letters { get; set; }

    /// <summary>Raised when the user has corrected a cell of the row.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>Raised when the user leaves the row out.</summary>
    [Parameter]
    public EventCallback Removed { get; set; }

    private Task Correct(string campo, string? testo)
    {
        Row.Correggi(campo, testo);
        return Changed.InvokeAsync();
    }
}
