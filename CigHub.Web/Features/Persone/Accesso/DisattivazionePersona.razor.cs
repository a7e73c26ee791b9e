using CigHub.Domain.Persone;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Accesso;

/// <summary>The form that deactivates a person, with a reason. It shows the work that the person leaves open.</summary>
public sealed partial class DisattivazionePersona
{
    [Parameter, EditorRequired]
    public required Persona Persona { get; set; }

    private string? Motivo { get; set; }

    private Task Disattiva() => Act(new DisattivaPersona(Persona.Id, Motivo, Persona.Version), OfficeOutcomeWords.PersonaDisattivata);
}
