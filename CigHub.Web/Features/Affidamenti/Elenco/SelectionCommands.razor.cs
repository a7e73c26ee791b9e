using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;
using CigHub.Web.Features.Affidamenti.Schede;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The buttons for the ticked rows of the list. They are hidden while nothing is ticked.</summary>
public sealed partial class SelectionCommands
{
    [Inject]
    public required EliminaSelezionati Eliminazione { get; init; }

    [Inject]
    public required EsportazioneSchede Schede { get; init; }

    [Inject]
    public required BrowserOutput Output { get; init; }

    [Inject]
    public required SerieReader Serie { get; init; }

    /// <summary>The number of rows that the user has ticked, on all pages of the list.</summary>
    [Parameter, EditorRequired]
    public int Count { get; set; }

    [Parameter, EditorRequired]
    public bool PuoPreparare { get; set; }

    [Parameter]
    public bool Occupato { get; set; }

    /// <summary>Says whether the list already shows only the ticked rows.</summary>
    [Parameter]
    public bool SoloSelezionati { get; set; }

    [Parameter]
    public EventCallback<EsitoEliminazione> OnEliminati { get; set; }

    /// <summary>Occurs when the ticked schede were exported. The argument is the message to show.</summary>
    [Parameter]
    public EventCallback<string> OnEsportate { get; set; }

    [Parameter]
    public EventCallback OnStampa { get; set; }

    [Parameter]
    public EventCallback OnEsporta { get; set; }

    [Parameter]
    public EventCallback OnTogli { get; set; }

    /// <summary>The outcome of the command that a question is about. Null while it is being worked out.</summary>
    private AnteprimaSelezione? Preview { get; set; }

    private string Question => Plural.Word(
        Count,
        "Eliminare l'affidamento selezionato?",
        $"Eliminare i {Plural.Of(Count, "affidamento selezionato", "affidamenti selezionati")}?");

    protected override Task LoadAsync() => Task.CompletedTask;

    private Task Copy() => Once(async () =>
    {
        var nuovo = Guid.CreateVersion7();
        if (await Selezionati() is [var unico] && await Run(new CopiaAffidamento(unico.Id, nuovo), OutcomeWords.Copiato) is not null)
        {
            GoOn(AppRoutes.SchedaDi(nuovo));
        }
    });

    private Task RichiediInSerie() => Once(async () =>
    {
        var esito = await Serie.Add(Actor, [.. (await Selezionati() ?? []).Select(r => r.Id)], Leaving);
        ActErrors = esito switch
        {
            { IsSuccess: true, Value: 0 } =>
                [new Error("serie.nessuno", "Tra i selezionati nessuno è pronto per il portale con te come RUP: dichiarali pronti, o fatteli assegnare.")],
            _ => esito.Errors,
        };
        if (Errors.Count == 0)
        {
            Navigation.NavigateTo(AppRoutes.RichiesteInSerie);
        }
    });

    private Task EsportaSchede() => OnceAtLength(("Esportazione delle schede", Count), ListExport.Interrupted, async lavoro =>
    {
        var esito = await Schede.Run([.. (await Selezionati() ?? []).Select(r => r.Id)], Actor, lavoro.Ferma, lavoro);
        ActErrors = esito.Errors;
        if (esito.TryGet(out var file))
        {
            await Output.Download(file.Nome, file.Byte);
            await OnEsportate.InvokeAsync(file.Parole);
        }
    });

    private async Task PreviewElimina() =>
        Preview = await Foresee(ids => Read<EliminazionePrevista, AnteprimaSelezione>(q => q.Run(ids)));

    private async Task PreviewSerie() =>
        Preview = await Foresee(ids => Read<SeriePrevista, AnteprimaSelezione>(q => q.Run(ids, Actor)));

    private async Task<AnteprimaSelezione?> Foresee(Func<IReadOnlyCollection<Guid>, Task<AnteprimaSelezione?>> ask)
    {
        Preview = null;
        return await ask([.. (await Selezionati() ?? []).Select(r => r.Id)]);
    }

    private Task Elimina() => Once(async () => await OnEliminati.InvokeAsync(await Eliminazione.Run(await Selezionati() ?? [], Actor)));

    private async Task<IReadOnlyList<AffidamentoRow>?> Selezionati()
    {
        ReadErrors = [];
        return await Read<ListaAffidamenti, IReadOnlyList<AffidamentoRow>>(
            async q => await q.Prime(AffidamentiFilter.Tutti with { Selezionati = true }, Actor.PersonaId, ListPreferences.MaxSelezionati));
    }
}
