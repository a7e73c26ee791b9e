using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.UnaPersona;

/// <summary>Whether a person may work with CigHub at all.</summary>
public sealed partial class StatoPersona
{
    [Parameter, EditorRequired]
    public required bool Attiva { get; set; }
}
