using CigHub.Domain.Common;
using CigHub.Domain.Palestra;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>A command of the document that asks something before it acts.</summary>
public sealed partial class PaginaVoce
{
    [Parameter, EditorRequired]
    public required Ospite Ospite { get; set; }

    [Parameter, EditorRequired]
    public required DocumentoPalestra Documento { get; set; }

    [Parameter, EditorRequired]
    public required VoceMenu Voce { get; set; }

    [Parameter]
    public IReadOnlyList<Error> Errori { get; set; } = [];
}
