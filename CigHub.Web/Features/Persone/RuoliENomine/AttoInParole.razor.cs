using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>By which act somebody holds a role, or that it is missing; nothing for a role that no act gives.</summary>
public sealed partial class AttoInParole
{
    [Parameter, EditorRequired]
    public required Ruolo Ruolo { get; set; }

    [Parameter, EditorRequired]
    public required Nomina Nomina { get; set; }
}
