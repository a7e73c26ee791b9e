using CigHub.Domain.Persone;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Accesso;

/// <summary>Shows whether a person has an identity at the provider linked by a sign-in, and lets an Amministratore unlink it.</summary>
public sealed partial class UtenzaDellaPersona
{
    [Parameter, EditorRequired]
    public required Persona Persona { get; set; }

    [Parameter, EditorRequired]
    public required bool MayManage { get; set; }

    private string? Motivo { get; set; }

    private Task Scollega() => Act(new ScollegaIdentita(Persona.Id, Motivo, Persona.Version), OfficeOutcomeWords.IdentitaScollegata);
}
