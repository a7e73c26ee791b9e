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
    private ElementReference _radice;
    private JsModule? _modulo;
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

    private Guid Persona => Utente!.Attore.PersonaId;

    private Affidamento Affidamento => Editor!.Scheda.Affidamento;

    /// <summary>The index, from 0, of the adhesion that is shown. It is clamped: somebody else may have removed the last ones.</summary>
    private int Adesione => Math.Clamp(_adesione, 0, Math.Max(0, Editor!.Bozza.Righe(PercorsoAd4.Aggiudicazioni) - 1));

    /// <summary>The texts that this browser kept from an earlier visit and the server never acknowledged, by path.</summary>
    private Dictionary<string, UnsentField> Rimasti { get; set; } = [];

    protected override async Task Carica()
    {
        if (Editor?.Scheda.Affidamento.Id == Id)
        {
            return;
        }

        await (Editor?.Lascia() ?? Task.CompletedTask);
        Editor?.Chiudi();
        var scheda = await Leggi<DettaglioAffidamento, AffidamentoDetails>(q => q.Esegui(Id));
        Editor = scheda is null ? null : new BozzaEditor(Runner, Lettore, Liste, Lavoro, Clock, Utente!.Attore, scheda);
        if (Editor is not null)
        {
            Editor.Cambiato += () => InvokeAsync(StateHasChanged);
            Editor.Confermato += testi => Chiama("conferma", Persona, Id, testi, testi.Keys.ToDictionary(p => p, p => Editor.Bozza.Testo(p)));
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Editor is null || _avviato == Id)
        {
            return;
        }

        _avviato = Id;
        _modulo ??= new JsModule(Js, "bozza");
        var rimasti = await _modulo.Chiedi<Dictionary<string, UnsentField>>("avvia", _radice, Persona, Id, Affidamento.Version);
        if (rimasti is null)
        {
            return;
        }

        Rimasti = Editor.Modificabile
            ? rimasti.Where(r => CatalogoAd4.Trova(r.Key) is not null && r.Value.IsNewerThan(Editor.Testo(r.Key))).ToDictionary()
            : [];
        await Chiama("scarta", Persona, Id, rimasti.Keys.Except(Rimasti.Keys));
        StateHasChanged();
    }

    /// <summary>Saves what was typed a moment ago, however the page is left.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await (Editor?.Lascia() ?? Task.CompletedTask);
            await (_modulo?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone and cannot be told what was saved.
        }
        finally
        {
            Editor?.Chiudi();
        }
    }

    private async Task Ripristina()
    {
        foreach (var (percorso, rimasto) in Rimasti)
        {
            await Editor!.Scrivi(percorso, rimasto.Text);
        }

        Rimasti = [];
    }

    private async Task Scarta()
    {
        Rimasti = [];
        await Chiama("scarta", Persona, Id, null);
    }

    /// <summary>Puts the cursor in a field. Shows the field's adhesion first when the field stands in one.</summary>
    private Task VaiA(string percorso)
    {
        if (PercorsoAd4.Sotto(percorso, PercorsoAd4.Aggiudicazioni))
        {
            Mostra(PercorsoAd4.Posizioni(percorso)[0]);
            StateHasChanged();
        }

        return Chiama("fuoco", Campo.IdDi(percorso));
    }

    private void Mostra(int adesione) => _adesione = adesione;

    private async Task AggiungiAdesione()
    {
        Mostra(await Editor!.AggiungiAdesione());
        await VaiA(PercorsoAd4.Aggiudicazione(Adesione, "datiBase/oggetto"));
    }

    /// <summary>Shows what an action of the panel left: its errors, and the Affidamento as it is now.</summary>
    private async Task Fatto(IReadOnlyList<Error> errori)
    {
        ActErrors = errori;
        await Editor!.Rileggi();
    }

    private Task Chiama(string funzione, params object?[] argomenti) => _modulo?.Chiama(funzione, argomenti) ?? Task.CompletedTask;
}
