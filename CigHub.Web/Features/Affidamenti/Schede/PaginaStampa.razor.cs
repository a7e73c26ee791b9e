using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Schede;

/// <summary>
/// The page that prints a scheda for the paper files of the office. The print looks like the page (<c>PaginaStampa.razor.css</c>).
/// </summary>
public sealed partial class PaginaStampa
{
    [Inject]
    public required BrowserOutput Output { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    private AffidamentoDetails? Details { get; set; }

    private Affidamento Affidamento => Details!.Affidamento;

    private IReadOnlyList<SezioneStampata> Sezioni { get; set; } = [];

    private IReadOnlyList<VerificaStampata> Verifiche { get; set; } = [];

    private DateTime When { get; set; }

    /// <summary>The versions of the rules and of the code lists by which the scheda was checked.</summary>
    private string Versioni => $"Regole ANAC del {RegoleAnac.Versione}, liste del {Liste.Correnti.Versione}";

    protected override async Task LoadAsync()
    {
        When = Clock.GetUtcNow().UtcDateTime;
        Details = await Read<DettaglioAffidamento, AffidamentoDetails>(q => q.Run(Id));
        if (Details is not null)
        {
            Sezioni = StampaAd4.Sezioni(Affidamento.Bozza, Liste.Correnti, Details.CentriDiCosto);
            Verifiche = StampaAd4.Verifiche(ControlliAffidamento.Segnalazioni(Affidamento.Bozza, Details.Context(Liste.Correnti, Clock.Today())));
        }
    }

    private Task Print() => Once(async () =>
    {
        if (await Run(new StampaScheda(Id, Affidamento.Version), done: null) is not null)
        {
            When = Clock.GetUtcNow().UtcDateTime;
            StateHasChanged();
            await Output.Print();
        }
    });
}
