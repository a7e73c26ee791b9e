using CigHub.Domain.Affidamenti;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.ListaAttesa;

/// <summary>
/// The part of a scheda about the lista d'attesa of its Lotto: enters it when the amount exceeds the residuo, and shows the place in it.
/// </summary>
public sealed partial class SezioneListaAttesa
{
    private (Guid, DateTime?) _read;

    [Inject]
    public required QueryReader Reader { get; init; }

    [CascadingParameter]
    public required BozzaEditor Editor { get; set; }

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    /// <summary>The place in the list. Null when the Affidamento does not wait, or until the place has been read.</summary>
    private PostoDellaLista? Posto { get; set; }

    private bool MayWait => User.May<MettiInListaAttesa>() && Transizioni.Ammessa(Affidamento.Stato, AzioneAffidamento.GestisciListaAttesa);

    protected override async Task OnParametersSetAsync()
    {
        var now = (Affidamento.Id, Affidamento.InListaDal);
        if (_read == now)
        {
            return;
        }

        _read = now;
        Posto = null;
        if (Affidamento.InListaDal is not null)
        {
            await InPlaceOfTheLast(async ct =>
            {
                var esito = await Reader.Read<PostoInLista, PostoDellaLista?>(User.Actor, q => q.Run(Affidamento.Id), ct);
                Posto = esito.TryGet(out var posto) ? posto : null;
            });
        }
    }

    private Task Enter() => Act(a => new MettiInListaAttesa(a.Id, a.Version), OutcomeWords.InListaAttesa);

    private Task Leave() => Act(a => new LasciaListaAttesa(a.Id, a.Version), OutcomeWords.ListaAttesaLasciata);

    /// <summary>Saves the typed text first, because the amount decides. Does nothing while some typed text is still unsaved.</summary>
    private Task<bool> Act<TCommand>(Func<Affidamento, TCommand> command, string done)
        where TCommand : ICommand => Once(async () =>
        {
            await Editor.Save();
            return !Editor.InAttesa && await RunAndReload(command(Editor.Details.Affidamento), done);
        });
}
