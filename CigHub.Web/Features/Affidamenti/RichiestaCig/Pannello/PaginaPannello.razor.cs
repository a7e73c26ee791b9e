using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.Pannello;

/// <summary>
/// Shows the request beside the portal (<em>Pannello di compilazione</em>), made for one hand on the keyboard. It is a page of its own, so
/// that its circuit works inside a window that stays on top. Everything it knows is in the database, so it reopens where it was, on any
/// computer.
/// </summary>
public sealed partial class PaginaPannello
{
    private ElementReference _radice;
    private DotNetObjectReference<PaginaPannello>? _questo;
    private JsModule? _modulo;
    private string? _fuoco;

    [Inject]
    public required RequestProgress Posizioni { get; init; }

    [Inject]
    public required SerieReader LettoreSerie { get; init; }

    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Inject]
    public required IOptions<PortaleSettings> Portale { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    private AffidamentoDetails? Scheda { get; set; }

    private PercorsoState Posizione { get; set; } = new(1, new HashSet<string>());

    private OpenSerie? Serie { get; set; }

    private SerieInCorso? InSerie => Serie?.Stato;

    private Affidamento Affidamento => Scheda!.Affidamento;

    private GuidaPortale Guida => Scheda!.Guida(Liste.Correnti);

    private bool SonoIlRup => Utente!.Attore.IsRupOf(Affidamento);

    private int Posto => InSerie?.PostoDi(Id) ?? 0;

    /// <summary>Ticks a value. The module calls it after a copy. A second call for the same value changes nothing.</summary>
    [JSInvokable]
    public async Task Copiato(string chiave)
    {
        await Riferisci(Posizioni.Copiato(Utente!.Attore, Id, chiave));
        StateHasChanged();
    }

    public ValueTask DisposeAsync()
    {
        _questo?.Dispose();
        return _modulo?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    protected override async Task Carica()
    {
        Scheda = await Leggi<DettaglioAffidamento, AffidamentoDetails>(q => q.Esegui(Id));
        Posizione = await Posizioni.Leggi(Id);
        Serie = Scheda is null || !SonoIlRup ? null : Serie ?? LettoreSerie.Apri(Utente!.Attore);
        await (Serie?.Segui(Affidamento) ?? Task.CompletedTask);
    }

    /// <summary>Puts the focus on the next thing to press whenever the panel comes to a new place, so that one key does it.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Scheda is not null && _modulo is null)
        {
            _questo = DotNetObjectReference.Create(this);
            _modulo = new JsModule(Js, "pannello");
            await _modulo.Chiama("collega", _radice, _questo);
        }

        var qui = $"{Id}/{Scheda?.Affidamento.Stato}/{Posizione.Passo}/{Serie?.InPausa}/{Scheda?.Affidamento.RilettoIl is null}";
        if (_modulo is not null && _fuoco != qui)
        {
            _fuoco = qui;
            await _modulo.Chiama("mettiFuoco", _radice, _questo, Id);
        }
    }

    private Task VaiA(int passo) => Riferisci(Posizioni.VaiA(Utente!.Attore, Id, Posizione.Passo, passo));

    /// <summary>Shows the position as it is now. After a refusal, shows everything else as it is now too.</summary>
    private async Task Riferisci(Task<Result> atto)
    {
        var esito = await atto;
        (Posizione, ActErrors) = (await Posizioni.Leggi(Id), esito.Errors);
        await (esito.IsSuccess ? Task.CompletedTask : PartActed(esito.Errors));
    }

    private Task Avvia(Guid id, int version) => Once(async () =>
    {
        var pronto = id == Id ? Affidamento.Stato : InSerie!.Voci.Single(v => v.Affidamento.Id == id).Affidamento.Stato;
        var avviata = pronto != StatoAffidamento.ProntoPerIlPortale || await Run(
            new AvviaRichiestaCig(id, version, Domain.Persone.DichiarazioneConflitto.VersioneTesto),
            id == Id ? OutcomeWords.RichiestaAvviata(Affidamento.Importo) : null) is not null;
        if (avviata && pronto == StatoAffidamento.ProntoPerIlPortale)
        {
            await Posizioni.Ricomincia(Actor, id);
        }

        if (id != Id)
        {
            // Go to its panel even after a refusal: the reason is told where it can be put right.
            Navigazione.NavigateTo(AppRoutes.PannelloDi(id));
        }
        else if (avviata)
        {
            await Reload();
        }
    });

    private async Task Salta()
    {
        if (await Serie!.Salta(Id) is { } prossima)
        {
            Navigazione.NavigateTo(AppRoutes.PannelloDi(prossima.Affidamento.Id));
        }
    }
}
