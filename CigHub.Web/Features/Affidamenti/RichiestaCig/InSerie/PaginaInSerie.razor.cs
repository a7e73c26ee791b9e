using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;

/// <summary>
/// The page of a user's serie di richieste: the requests that are done and those left. The requests themselves are made in the panel.
/// </summary>
public sealed partial class PaginaInSerie
{
    [Inject]
    public required SerieReader Lettura { get; init; }

    private SerieInCorso? Serie { get; set; }

    protected override async Task LoadAsync()
    {
        var esito = await Lettura.Read(User!.Actor, Reading);
        Serie = esito.TryGet(out var serie) ? serie : null;
        ReadErrors = esito.Errors;
    }

    private async Task AggiungiPronti()
    {
        var esito = await Lettura.Add(User!.Actor, tra: null, Leaving);
        await PartActed(esito.Errors);
    }

    private async Task Remove(IReadOnlyCollection<Guid> affidamenti)
    {
        var esito = await Lettura.Write(User!.Actor, (own, serie) => serie.Remove(own, affidamenti));
        await PartActed(esito.Errors);
    }

    private async Task ReadAgain()
    {
        await Reload();
        StateHasChanged();
    }
}
