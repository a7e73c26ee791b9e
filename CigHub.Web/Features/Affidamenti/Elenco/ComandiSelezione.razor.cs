using CigHub.Domain.Common;
using CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;
using CigHub.Web.Features.Affidamenti.Schede;
using CigHub.Web.Features.FogliDiCalcolo;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>What can be done with what is ticked; not there while nothing is.</summary>
public sealed partial class ComandiSelezione
{
    [Inject]
    public required EliminaSelezionati Eliminazione { get; init; }

    [Inject]
    public required EsportazioneSchede Schede { get; init; }

    [Inject]
    public required FoglioNelBrowser Foglio { get; init; }

    /// <summary>How many are ticked, on whatever page.</summary>
    [Inject]
    public required LettoreSerie Serie { get; init; }

    [Parameter, EditorRequired]
    public int Quanti { get; set; }

    [Parameter, EditorRequired]
    public bool PuoPreparare { get; set; }

    [Parameter]
    public bool Occupato { get; set; }

    /// <summary>The list already shows nothing else.</summary>
    [Parameter]
    public bool SoloSelezionati { get; set; }

    [Parameter]
    public EventCallback<EsitoEliminazione> OnEliminati { get; set; }

    /// <summary>Schede were handed out; what to say of it.</summary>
    [Parameter]
    public EventCallback<string> OnEsportate { get; set; }

    [Parameter]
    public EventCallback OnStampa { get; set; }

    [Parameter]
    public EventCallback OnEsporta { get; set; }

    [Parameter]
    public EventCallback OnTogli { get; set; }

    private string Domanda => Plural.Word(Quanti, "Eliminare l'affidamento selezionato?", $"Eliminare i {Plural.Of(Quanti, "affidamento selezionato", "affidamenti selezionati")}?");

    private bool StaFacendo { get; set; }

    protected override Task Carica() => Task.CompletedTask;

    private async Task Copia()
    {
        StaFacendo = true;
        var nuovo = Guid.CreateVersion7();
        if (await Selezionati() is [var unico] && await Esegui(new CopiaAffidamento(unico.Id, nuovo), ParoleDiEsito.Copiato))
        {
            GoOn(AppRoutes.SchedaDi(nuovo));
        }

        StaFacendo = false;
    }

    private async Task RichiediInSerie()
    {
        StaFacendo = true;
        var esito = await Serie.Aggiungi(Utente!.Attore, [.. (await Selezionati() ?? []).Select(r => r.Id)]);
        Errori = esito switch
        {
            { IsSuccess: true, Value: 0 } => [new Error("serie.nessuno", "Tra i selezionati nessuno è pronto per il portale con te come RUP: dichiarali pronti, o fatteli assegnare.")],
            _ => esito.Errors,
        };
        StaFacendo = false;
        if (Errori.Count == 0)
        {
            Navigazione.NavigateTo(AppRoutes.RichiesteInSerie);
        }
    }

    private async Task EsportaSchede()
    {
        StaFacendo = true;
        var esito = await Schede.Esegui([.. (await Selezionati() ?? []).Select(r => r.Id)], Utente!.Attore);
        Errori = esito.Errors;
        if (esito.TryGet(out var file))
        {
            await Foglio.Scarica(file.Nome, file.Byte);
            await OnEsportate.InvokeAsync(file.Parole);
        }

        StaFacendo = false;
    }

    private async Task Elimina()
    {
        StaFacendo = true;
        var esito = await Eliminazione.Esegui(await Selezionati() ?? [], Utente!.Attore);
        StaFacendo = false;
        await OnEliminati.InvokeAsync(esito);
    }

    private Task<IReadOnlyList<RigaElenco>?> Selezionati() => Leggi<CercaAffidamenti, IReadOnlyList<RigaElenco>>(
        async q => await q.Prime(FiltroAffidamenti.Tutti with { Selezionati = true }, Utente!.Attore.PersonaId, PreferenzeElenco.MaxSelezionati));
}
