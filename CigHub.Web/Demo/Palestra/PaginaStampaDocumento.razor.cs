using CigHub.Domain.Palestra;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>The document to print.</summary>
public sealed partial class PaginaStampaDocumento
{
    [Parameter, EditorRequired]
    public required Ospite Ospite { get; set; }

    [Parameter, EditorRequired]
    public required DocumentoPalestra Documento { get; set; }
}
