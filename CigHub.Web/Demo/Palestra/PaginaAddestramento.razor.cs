using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>The switches of the trainer and of the tests; the only page that a true portal would not have.</summary>
public sealed partial class PaginaAddestramento
{
    [Parameter, EditorRequired]
    public required Ospite Ospite { get; set; }

    [Parameter, EditorRequired]
    public required Domain.Palestra.Addestramento Comandi { get; set; }

    [Parameter]
    public IReadOnlyList<Error> Errori { get; set; } = [];

    [Parameter]
    public string? Esito { get; set; }
}
