using CigHub.Domain.Persone;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Accesso;

/// <summary>The form with which an Amministratore ends all sessions of a person, with a reason.</summary>
public sealed partial class ChiusuraSessioni
{
    [Parameter, EditorRequired]
    public required Persona Persona { get; set; }

    private string? Motivo { get; set; }

    private async Task Send()
    {
        if (await Act(new ChiudiSessioni(Persona.Id, Motivo, Persona.Version), OfficeOutcomeWords.SessioniChiuse))
        {
            Motivo = null;
        }
    }
}
