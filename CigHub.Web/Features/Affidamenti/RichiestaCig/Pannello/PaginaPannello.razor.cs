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
/// The <em>Pannello di compilazione</em>: shows a request in a small window beside the portal, for one hand on the keyboard. It has a
/// circuit of its own, because its window may stay on top. All its state is in the database, so it opens at the same place on any computer.
/// </summary>
public sealed partial class PaginaPannello
{
    private ElementReference _root;
    private DotNetObjectReference<PaginaPannello>? _self;
    private JsModule? _module;
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

    /// <summary>Says whether no conflict of interest and no declaration left to tick keeps the user from starting the request.</summary>
    private bool Pronta { get; set; }

    private AffidamentoDetails? Details { get; set; }

    private PercorsoState Posizione { get; set; } = new(1, new HashSet<string>());

    private OpenSerie? Serie { get; set; }

    private SerieInCorso? InSerie => Serie?.Stato;

    private Affidamento Affidamento => Details!.Affidamento;

    private GuidaPortale Guida => Details!.Guida(Liste.Correnti);

    private bool SonoIlRup => User!.Actor.IsRupOf(Affidamento);

    private bool Opera => User!.Actor.ActsForRupOf(Affidamento, Domain.Persone.AttoDelegabile.OperareSulPortale);

    private int Place => InSerie?.PostoDi(Id) ?? 0;

    /// <summary>
    /// Ticks the value with the given key. The script <c>js/pannello.js</c> calls it after it has copied the value. A second call for the
    /// same value changes nothing.
    /// </summary>
    [JSInvokable]
    public async Task Copiato(string chiave)
    {
        await Tell(Posizioni.Copiato(User!.Actor, Id, chiave));
        StateHasChanged();
    }

    protected override ValueTask OnLeave()
    {
        _self?.Dispose();
        return _module?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    protected override async Task LoadAsync()
    {
        Pronta = Pronta && Details?.Affidamento.Id == Id;
        Details = await Read<DettaglioAffidamento, AffidamentoDetails>(q => q.Run(Id));
        Posizione = await Posizioni.Read(Id);
        Serie = Details is null || !SonoIlRup ? null : Serie ?? LettoreSerie.Open(User!.Actor);
        await (Serie?.Follow(Affidamento, Reading) ?? Task.CompletedTask);
    }

    /// <summary>Puts the focus on the next button to press whenever the panel shows another step, so that a single key goes on.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Details is not null && _module is null)
        {
            _self = DotNetObjectReference.Create(this);
            _module = new JsModule(Js, "pannello");
            await _module.Call("collega", _root, _self);
        }

        var qui = $"{Id}/{Details?.Affidamento.Stato}/{Posizione.Passo}/{Serie?.InPausa}/{Details?.Affidamento.RilettoIl is null}/{Pronta}";
        if (_module is not null && _fuoco != qui)
        {
            _fuoco = qui;
            await _module.Call("mettiFuoco", _root, _self, Id);
        }
    }

    private Task VaiA(int passo) => Tell(Posizioni.VaiA(User!.Actor, Id, Posizione.Passo, passo));

    /// <summary>
    /// Waits for an action on the position, then reads it again. After a refusal reads the whole page again and shows the errors.
    /// </summary>
    private async Task Tell(Task<Result> atto)
    {
        var esito = await atto;
        Outcomes?.Say(null);
        (Posizione, ActErrors) = (await Posizioni.Read(Id), esito.Errors);
        await (esito.IsSuccess ? Task.CompletedTask : PartActed(esito.Errors));
    }

    private Task Start(Guid id, int version) => Once(async () =>
    {
        var pronto = id == Id ? Affidamento.Stato : InSerie!.Voci.Single(v => v.Affidamento.Id == id).Affidamento.Stato;
        var avviata = pronto != StatoAffidamento.ProntoPerIlPortale || await Run(
            new AvviaRichiestaCig(id, version, id == Id && Pronta ? Domain.Persone.DichiarazioneConflitto.VersioneTesto : null),
            id == Id ? OutcomeWords.RichiestaAvviata(Affidamento.Importo) : null) is not null;
        if (avviata && pronto == StatoAffidamento.ProntoPerIlPortale)
        {
            await Posizioni.StartOver(Actor, id);
        }

        if (id != Id)
        {
            // Go to its panel even after a refusal: the reason is told where it can be put right.
            Navigation.NavigateTo(AppRoutes.PannelloDi(id));
        }
        else if (avviata)
        {
            await Reload();
        }
    });

    private async Task Skip()
    {
        if (await Serie!.Skip(Id, Leaving) is { } prossima)
        {
            Navigation.NavigateTo(AppRoutes.PannelloDi(prossima.Affidamento.Id));
        }
    }
}
