using CigHub.Domain.Common;
using CigHub.Domain.Palestra;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>
/// One field of the palestra's document, whose HTML id is its name. The caption of a mandatory field is bold, and may have a star.
/// </summary>
public sealed partial class PalestraField
{
    [Parameter, EditorRequired]
    public required CampoDocumento Campo { get; set; }

    [Parameter, EditorRequired]
    public required string Value { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>Says whether the caption of a mandatory field is marked with a star.</summary>
    [Parameter]
    public bool Stella { get; set; }

    [Parameter]
    public IReadOnlyList<Error> Errors { get; set; } = [];

    private string? Errore => Errors.FirstOrDefault(e => e.Field == Campo.Nome)?.Message;

    private string? Sbagliato => Errore is null ? null : "true";

    private string? Descritto => Errore is null ? null : $"{Campo.Nome}-errore";

    private string? Richiesto => Campo.Obbligatorio ? "true" : null;
}
