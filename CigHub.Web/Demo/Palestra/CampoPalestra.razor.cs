using CigHub.Domain.Common;
using CigHub.Domain.Palestra;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>One field of the document: its caption bold (or starred) when it is mandatory, its id the field's name.</summary>
public sealed partial class CampoPalestra
{
    [Parameter, EditorRequired]
    public required CampoDocumento Campo { get; set; }

    [Parameter, EditorRequired]
    public required string Valore { get; set; }

    [Parameter]
    public bool SolaLettura { get; set; }

    /// <summary>Whether the caption has the star too.</summary>
    [Parameter]
    public bool Stella { get; set; }

    [Parameter]
    public IReadOnlyList<Error> Errori { get; set; } = [];

    private string? Errore => Errori.FirstOrDefault(e => e.Field == Campo.Nome)?.Message;

    private string? Sbagliato => Errore is null ? null : "true";

    private string? Descritto => Errore is null ? null : $"{Campo.Nome}-errore";

    private string? Richiesto => Campo.Obbligatorio ? "true" : null;
}
