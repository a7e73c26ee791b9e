using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Schede;

/// <summary>The scheda as a document for the files. The paper shows what this page shows (<c>PaginaStampa.razor.css</c>).</summary>
public sealed partial class PaginaStampa
{
    private bool _daStampareOra;

    [Inject]
    public required BrowserOutput Foglio { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    private AffidamentoDetails? Scheda { get; set; }

    private Affidamento Affidamento => Scheda!.Affidamento;

    private IReadOnlyList<SezioneStampata> Sezioni { get; set; } = [];

    private IReadOnlyList<VerificaStampata> Verifiche { get; set; } = [];

    private DateTime Quando { get; set; }

    /// <summary>The versions of the rules and of the code lists by which the scheda was checked.</summary>
    private string Versioni => $"Regole ANAC del {RegoleAnac.Versione}, liste del {Liste.Correnti.Versione}";

    protected override async Task Carica()
    {
        Quando = Clock.GetUtcNow().UtcDateTime;
        Scheda = await Leggi<DettaglioAffidamento, AffidamentoDetails>(q => q.Esegui(Id));
        if (Scheda is not null)
        {
            Sezioni = StampaAd4.Sezioni(Affidamento.Bozza, Liste.Correnti, Scheda.CentriDiCosto);
            Verifiche = StampaAd4.Verifiche(ControlliAffidamento.Di(Affidamento.Bozza, Scheda.Contesto(Liste.Correnti, Clock.Oggi())));
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_daStampareOra)
        {
            _daStampareOra = false;
            await Foglio.Stampa();
        }
    }

    private Task Stampa() => Once(async () =>
    {
        Quando = Clock.GetUtcNow().UtcDateTime;
        _daStampareOra = await Run(new StampaScheda(Id, Affidamento.Version), done: null) is not null;
    });
}
