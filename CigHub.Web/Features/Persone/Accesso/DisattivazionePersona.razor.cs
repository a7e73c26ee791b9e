using CigHub.Domain.Persone;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Accesso;

/// <summary>Form that deactivates a person for a stated reason. It also shows the work that stays open.</summary>
public sealed partial class DisattivazionePersona
{
    [Parameter, EditorRequired]
    public required Persona Persona { get; set; }

    private string? Motivo { get; set; }

    private Task Disattiva() => Act(new DisattivaPersona(Persona.Id, Motivo, Persona.Version), OfficeOutcomeWords.PersonaDisattivata);
}
