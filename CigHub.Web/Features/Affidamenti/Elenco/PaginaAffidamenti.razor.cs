using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Components;
using CigHub.Web.Components.Lists;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The list of Affidamenti. What the list shows is in the address. What is ticked belongs to the user.</summary>
public sealed partial class PaginaAffidamenti
{
    private static readonly int[] RigheAmmesse = [25, 50, 100, 200];

    /// <summary>The tabs, one for each state. Deleted Affidamenti come last.</summary>
    private static readonly StatoAffidamento[] Stati = [.. Enum.GetValues<StatoAffidamento>().OrderBy(s => s == StatoAffidamento.Eliminato)];

    private static readonly AffidamentiFilter Selezione = AffidamentiFilter.Tutti with { Selezionati = true };

    private bool _daStampareOra;

    [Inject]
    public required ListPreferences Preferenze { get; init; }

    [Inject]
    public required ListExport Esportazione { get; init; }

    [Inject]
    public required BrowserOutput Foglio { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery(Name = "pagina")]
    public int? Pagina { get; set; }

    [SupplyParameterFromQuery(Name = "righe")]
    public int? Righe { get; set; }

    private AffidamentiFilter Filtro { get; set; } = AffidamentiFilter.Tutti;

    private AffidamentiFilter? Ultimo { get; set; }

    private FoundAffidamenti? Trovate { get; set; }

    private HashSet<Guid> Spuntati { get; set; } = [];

    private int QuantiSelezionati { get; set; }
    private int PerPagina { get; set; } = ListPreferences.RighePredefinite;

    private string? Esito { get; set; }

    private IReadOnlyList<(string Titolo, string Motivo)> Rimasti { get; set; } = [];

    private IReadOnlyList<AffidamentoRow>? DaStampare { get; set; }

    private AffidamentiFilter FiltroStampato { get; set; } = AffidamentiFilter.Tutti;
    private bool PuoPreparare => Utente?.Puo(Permission.PreparaBozza) == true;
    private bool TuttiGliEnti => Utente?.Attore.EnteId is null;

    private Guid Chi => Utente!.Attore.PersonaId;
    private int NumeroPagina => Math.Max(1, Pagina ?? 1);

    private int UltimaPagina =>
        Trovate is null ? 1 : Math.Max(NumeroPagina, (Math.Min(Trovate.Totale, ListaAffidamenti.MaxContati) + PerPagina - 1) / PerPagina);

    private string Conto => Trovate!.Parole + (UltimaPagina > 1 ? $", pagina {NumeroPagina} di {UltimaPagina}" : "");

    /// <summary>Returns the address of the list in one state, without a group of the Cruscotto: both answer the same question.</summary>
    private string Tab(StatoAffidamento? stato) => (Filtro with { Stato = stato, Attesa = null }).Indirizzo();

    protected override async Task Carica()
    {
        Filtro = AffidamentiFilter.Da(Navigazione.Uri);
        PerPagina = Righe is { } righe && RigheAmmesse.Contains(righe) ? righe : await Preferenze.Righe(Chi, RigheAmmesse);
        Trovate = await Leggi<ListaAffidamenti, FoundAffidamenti>(async q => await q.Esegui(Filtro, Chi, NumeroPagina, PerPagina));
        Ultimo = await Preferenze.Ultimo(Utente!.Attore, Filtro);
        await ContaSelezionati();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_daStampareOra)
        {
            _daStampareOra = false;
            await Foglio.Stampa();
            DaStampare = null;
            StateHasChanged();
        }
    }

    private async Task ContaSelezionati()
    {
        Spuntati = await Preferenze.Spuntati(Chi);
        QuantiSelezionati = Spuntati.Count == 0 || Trovate is null ? 0
            : (await Leggi<ListaAffidamenti, FoundAffidamenti>(async q => await q.Esegui(Selezione, Chi, 1, 1)))?.Totale ?? 0;
    }

    private async Task Spunta((IReadOnlyCollection<Guid> Righe, bool Si) scelta)
    {
        var esito = await Preferenze.Spunta(Utente!.Attore, scelta.Righe, scelta.Si);
        await ContaSelezionati();
        ActErrors = esito.Errors;
    }

    private async Task TogliSelezione()
    {
        var esito = await Preferenze.SpuntaNessuno(Utente!.Attore);
        await PartActed(esito.Errors);
    }

    private async Task CambiaRighe(ChangeEventArgs e)
    {
        var righe = RigheAmmesse.FirstOrDefault(r => $"{r}" == e.Value as string, PerPagina);
        await Preferenze.RicordaRighe(Utente!.Attore, righe);
        Navigazione.NavigateTo(Filtro.Indirizzo(1, righe));
    }

    private Task Eliminati(EsitoEliminazione esito)
    {
        (Esito, Rimasti) = (esito.Parole(), esito.Rimasti);
        return Reload();
    }

    private Task Stampa(AffidamentiFilter filtro) => Occupa(async () =>
    {
        if (await Run(new StampaElenco(filtro), done: null) is not null)
        {
            DaStampare = await Leggi<ListaAffidamenti, IReadOnlyList<AffidamentoRow>>(async q => await q.Prime(filtro, Chi, StampaElenco.MaxRighe));
            (FiltroStampato, _daStampareOra) = (filtro, DaStampare is not null);
        }
    });

    private Task Esporta(AffidamentiFilter filtro) => Occupa(async () =>
    {
        var esito = await Esportazione.Run(EsportaAffidamenti.Foglio(filtro, Actor), Actor);
        ActErrors = esito.Errors;
        if (esito.TryGet(out var file))
        {
            await Foglio.Scarica(file.Name, file.Bytes);
            Esito = $"{Plural.Word(file.Rows, "Esportato", "Esportati")} {Plural.Of(file.Rows, "affidamento", "affidamenti")} in {file.Name}.";
        }
    });

    private Task Occupa(Func<Task> fai) => Once(() =>
    {
        (Esito, Rimasti) = (null, []);
        return fai();
    });
}
