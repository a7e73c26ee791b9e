using CigHub.Domain.Affidamenti;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>The form that records a second CIG of the same Affidamento, which must be annulled.</summary>
public sealed partial class SezioneCigInPiu
{
    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    /// <summary>The CIG with which the form begins, when the portal's list showed it. Null for a form that begins empty.</summary>
    [Parameter]
    public string? DallElenco { get; set; }

    private string? Cig { get; set; }

    protected override void OnInitialized() => Cig = DallElenco;

    private async Task Registra()
    {
        if (await Act(
            new RegistraCigInPiu(Affidamento.Id, Guid.CreateVersion7(), Cig ?? "", DallElenco is not null && Cig == DallElenco, Affidamento.Version),
            OutcomeWords.CigInPiuRegistrato))
        {
            Cig = null;
        }
    }
}
