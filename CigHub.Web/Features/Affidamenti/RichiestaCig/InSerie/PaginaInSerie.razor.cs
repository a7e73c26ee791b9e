using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;

/// <summary>The requests of a user in a row: what is done, what is left, and how fast it goes. The panel does the work.</summary>
public sealed partial class PaginaInSerie
{
    [Inject]
    public required SerieReader Lettura { get; init; }

    private SerieInCorso? Serie { get; set; }

    protected override async Task Carica()
    {
        var esito = await Lettura.Leggi(Utente!.Attore);
        Serie = esito.TryGet(out var serie) ? serie : null;
        ReadErrors = esito.Errors;
    }

    private async Task AggiungiPronti()
    {
        var esito = await Lettura.Aggiungi(Utente!.Attore, tra: null);
        await PartActed(esito.Errors);
    }

    private async Task Togli(IReadOnlyCollection<Guid> affidamenti)
    {
        var esito = await Lettura.Scrivi(Utente!.Attore, (own, serie) => serie.Togli(own, affidamenti));
        await PartActed(esito.Errors);
    }

    private async Task Rileggi()
    {
        await Reload();
        StateHasChanged();
    }
}
