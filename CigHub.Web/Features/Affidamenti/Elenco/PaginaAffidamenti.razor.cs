using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Components.Lists;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The page of the list of Affidamenti. Filter, order and page number are in the address. The ticks are stored for each user.</summary>
public sealed partial class PaginaAffidamenti
{
    private static readonly int[] RigheAmmesse = [25, 50, 100, 200];

    /// <summary>The states that have a tab, in the order of the tabs. Deleted Affidamenti come last.</summary>
    private static readonly StatoAffidamento[] Stati = [.. Enum.GetValues<StatoAffidamento>().OrderBy(s => s == StatoAffidamento.Eliminato)];

    private static readonly AffidamentiFilter Selezione = AffidamentiFilter.Tutti with { Selezionati = true };

    private bool _printNow;

    [Inject]
    public required ListPreferences Preferenze { get; init; }

    [Inject]
    public required ListExport Esportazione { get; init; }

    [Inject]
    public required BrowserOutput Output { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery(Name = "pagina")]
    public int? Pagina { get; set; }

    [SupplyParameterFromQuery(Name = "righe")]
    public int? Righe { get; set; }

    protected override DeclaredList<AffidamentoRow, AffidamentiFilter> List => AffidamentiColumns.Lista;

    private AffidamentiFilter Filter { get; set; } = AffidamentiFilter.Tutti;

    private AffidamentiFilter? Last { get; set; }

    private FoundAffidamenti? Found { get; set; }

    private HashSet<Guid> Ticked { get; set; } = [];

    private int QuantiSelezionati { get; set; }
    private int PerPage { get; set; } = ListPreferences.RighePredefinite;

    private IReadOnlyList<(string Titolo, string Motivo)> Rimasti { get; set; } = [];

    private IReadOnlyList<AffidamentoRow>? ToPrint { get; set; }

    private AffidamentiFilter FiltroStampato { get; set; } = AffidamentiFilter.Tutti;
    private bool PuoPreparare => User?.May<Nuovo.NuovoAffidamento>() == true;
    private bool TuttiGliEnti => User?.Actor.EnteId is null;

    private Guid Who => User!.Actor.PersonaId;
    private int PageNumber => Math.Max(1, Pagina ?? 1);

    private int LastPage => Math.Max(PageNumber, CappedCount.Pages(Found?.Totale ?? 0, PerPage));

    private string Count => Found!.Parole + (LastPage > 1 ? $", pagina {PageNumber} di {LastPage}" : "");

    /// <summary>Returns the address of the list in one state, or in every state for null. Leaves out the group, which implies a state.</summary>
    private string Tab(StatoAffidamento? stato) => Here((Filter with { Stato = stato, Attesa = null }).Address());

    protected override async Task LoadAsync()
    {
        var filter = AffidamentiFilter.From((await ReadView()).Address);
        Rimasti = filter == Filter ? Rimasti : [];
        Filter = filter;
        PerPage = Righe is { } righe && RigheAmmesse.Contains(righe) ? righe : await Preferenze.Rows(Who, RigheAmmesse);
        Found = await Read<ListaAffidamenti, FoundAffidamenti>(async q => await q.Run(Filter, Who, PageNumber, PerPage));
        Last = await Preferenze.Ultimo(User!.Actor, Filter);
        await ContaSelezionati();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_printNow)
        {
            _printNow = false;
            await Output.Print();
            ToPrint = null;
            StateHasChanged();
        }
    }

    private async Task ContaSelezionati()
    {
        Ticked = await Preferenze.Spuntati(Who);
        QuantiSelezionati = Ticked.Count == 0 || Found is null ? 0
            : (await Read<ListaAffidamenti, FoundAffidamenti>(async q => await q.Run(Selezione, Who, 1, 1)))?.Totale ?? 0;
    }

    private async Task Tick((IReadOnlyCollection<Guid> Righe, bool Si) scelta)
    {
        var esito = await Preferenze.Tick(User!.Actor, scelta.Righe, scelta.Si);
        await ContaSelezionati();
        ActErrors = esito.Errors;
    }

    private async Task TogliSelezione() => await PartActed((await Preferenze.SpuntaNessuno(User!.Actor)).Errors);

    private async Task CambiaRighe(int righe)
    {
        await Preferenze.RicordaRighe(User!.Actor, righe);
        Navigation.NavigateTo(Here(Filter.Address(1, righe)));
    }

    private Task Eliminati(EsitoEliminazione esito)
    {
        Rimasti = esito.Rimasti;
        Outcomes?.Say(esito.Words());
        return Reload();
    }

    private void Exported(string? words)
    {
        Rimasti = [];
        Outcomes?.Say(words);
    }

    private Task Print(AffidamentiFilter filtro) => Once(async () =>
    {
        Rimasti = [];
        if (await Run(new StampaElenco(filtro), done: null) is not null)
        {
            ToPrint = await Read<ListaAffidamenti, IReadOnlyList<AffidamentoRow>>(async q => await q.Prime(filtro, Who, StampaElenco.MaxRighe));
            (FiltroStampato, _printNow) = (filtro, ToPrint is not null);
        }
    });

    private Task Export(AffidamentiFilter filtro) => OnceAtLength(("Conteggio delle righe", 1), ListExport.Interrupted, async lavoro =>
    {
        Exported(null);
        var esito = await Esportazione.Run(EsportaAffidamenti.Sheet(filtro, Actor, View?.Columns), Actor, lavoro);
        ActErrors = esito.Errors;
        if (esito.TryGet(out var file))
        {
            await Output.Download(file.Name, file.Content);
            Exported($"{Plural.Word(file.Rows, "Esportato", "Esportati")} {Plural.Of(file.Rows, "affidamento", "affidamenti")} in {file.Name}.");
        }
    });
}
