using CigHub.Domain.Persone;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Accesso;

/// <summary>Form that ends every session of a person, for a stated reason.</summary>
public sealed partial class ChiusuraSessioni
{
    [Parameter, EditorRequired]
    public required Persona Persona { get; set; }

    private string? Motivo { get; set; }

    private string? Outcome { get; set; }

    private async Task Send()
    {
        Outcome = await Act(new ChiudiSessioni(Persona.Id, Motivo, Persona.Version), OfficeOutcomeWords.SessioniChiuse) ? "Sessioni chiuse." : null;
        Motivo = Outcome is null ? Motivo : null;
    }
}
