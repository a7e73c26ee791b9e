using CigHub.Domain.Affidamenti;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>A value behind its copy button, ticked once copied.</summary>
public sealed partial class RigaValore
{
    [Parameter, EditorRequired]
    public required ValoreDaCopiare Valore { get; set; }

    [Parameter, EditorRequired]
    public bool Copiato { get; set; }

    [Parameter, EditorRequired]
    public EventCallback QuandoCopiato { get; set; }
}
