using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Deleghe;

/// <summary>The form by which a RUP revokes a delega, with the reason.</summary>
public sealed partial class FineDelega
{
    [Parameter, EditorRequired]
    public required DelegaRow Delega { get; set; }

    private string? Motivo { get; set; }

    private Task Revoca() => Act(new RevocaDelega(Delega.Id, Motivo), OutcomeWords.DelegaRevocata);
}
