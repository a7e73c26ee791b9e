using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Web.Components;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>The AD4 editor of one Affidamento. It is read-only when the state of the Affidamento no longer allows changes.</summary>
public sealed partial class PaginaScheda
{
    private ElementReference _root;
    private JsModule? _module;
    private Guid _avviato;
    private int _adesione;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required BozzaWorkRecorder Lavoro { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    private BozzaEditor? Editor { get; set; }

    private CampiInVista? Vista { get; set; }

    private Guid Persona => User!.Actor.PersonaId;

    private Affidamento Affidamento => Editor!.Details.Affidamento;

    /// <summary>The index of the adhesion on the page, from 0, kept within the adhesions that exist: somebody may have removed the last ones.</summary>
    private int Adesione => Math.Clamp(_adesione, 0, Math.Max(0, Editor!.Bozza.Righe(PercorsoAd4.Aggiudicazioni) - 1));

    /// <summary>The texts, by path, that this browser kept and the server never acknowledged. The page offers to put them back.</summary>
    private Dictionary<string, UnsentField> Rimasti { get; set; } = [];

    protected override async Task LoadAsync()
    {
        if (Editor?.Details.Affidamento.Id == Id)
        {
            return;
        }

        await (Editor?.Leave() ?? Task.CompletedTask);
        Editor?.Dispose();
        var details = await Read<DettaglioAffidamento, AffidamentoDetails>(q => q.Run(Id, User!.Actor));
        (Editor, Vista) = (null, null);
        if (details is not null)
        {
            Editor = new BozzaEditor(Runner, Reader, Liste, Lavoro, Clock, User!.Actor, details);
            Vista = new CampiInVista(Editor);
            Editor.Cambiato += () => InvokeAsync(StateHasChanged);
            Vista.Cambiato += StateHasChanged;
            Editor.Confermato += testi => Call("conferma", Persona, Id, testi, testi.Keys.ToDictionary(p => p, p => Editor.Bozza.Testo(p)));
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Editor is null || _avviato == Id)
        {
            return;
        }

        _avviato = Id;
        _module ??= new JsModule(Js, "bozza");
        var rimasti = await _module.Ask<Dictionary<string, UnsentField>>("avvia", _root, Persona, Id, Affidamento.Version);
        if (rimasti is null)
        {
            return;
        }

        Rimasti = UnsentField.ToOffer(rimasti, Editor);
        await Call("scarta", Persona, Id, rimasti.Keys.Except(Rimasti.Keys));
        StateHasChanged();
    }

    /// <summary>Saves the text that still waits for a pause in typing, in whatever way the user leaves the page.</summary>
    protected override async ValueTask OnLeave()
    {
        try
        {
            await (Editor?.Leave() ?? Task.CompletedTask);
            await (_module?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone and cannot be told what was saved.
        }
        finally
        {
            Editor?.Dispose();
        }
    }

    private async Task Scarta()
    {
        Rimasti = [];
        await Call("scarta", Persona, Id, null);
    }

    /// <summary>
    /// Goes to the next thing to put right. The typed text is saved first, because what follows from it is known only then.
    /// </summary>
    private async Task Prossimo()
    {
        await Editor!.Save();
        await (Vista!.Prossimo() is { } cosa ? VaiA(cosa.Percorso, Vista.ElementoDi(cosa)) : Task.CompletedTask);
    }

    /// <summary>Puts the cursor in the field at a path, or in another element. When the field belongs to an adhesion, shows that adhesion first.</summary>
    private Task VaiA(string percorso, string? idElemento = null)
    {
        if (PercorsoAd4.Sotto(percorso, PercorsoAd4.Aggiudicazioni))
        {
            _adesione = PercorsoAd4.Posizioni(percorso)[0];
        }

        Vista!.Porta(percorso);
        StateHasChanged();
        return Call("fuoco", idElemento ?? Campo.IdOf(percorso));
    }

    private async Task AggiungiAdesione()
    {
        _adesione = await Editor!.AggiungiAdesione();
        await VaiA(PercorsoAd4.Aggiudicazione(Adesione, "datiBase/oggetto"));
    }

    /// <summary>Shows the result of a button of the panel: its errors, and the Affidamento read again.</summary>
    private async Task Fatto(IReadOnlyList<Error> errori)
    {
        ActErrors = errori;
        await Editor!.ReadAgain();
    }

    private Task Call(string funzione, params object?[] argomenti) => _module?.Call(funzione, argomenti) ?? Task.CompletedTask;
}
