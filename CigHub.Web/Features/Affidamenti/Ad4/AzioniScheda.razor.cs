using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>What can be done next with an Affidamento, by its state and by who is looking.</summary>
public sealed partial class AzioniScheda
{
    private (Guid, StatoAffidamento, Guid) _letta;

    [Inject]
    public required Lettore Lettore { get; init; }

    [Inject]
    public required PosizioniRichiesta Posizioni { get; init; }

    [CascadingParameter]
    public required EditorBozza Editor { get; set; }

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    /// <summary>Nothing is missing and nothing is unsaved.</summary>
    [Parameter, EditorRequired]
    public bool Completa { get; set; }

    /// <summary>The draft as it stands is above the Convenzione's threshold.</summary>
    [Parameter, EditorRequired]
    public bool RichiedeApprovazione { get; set; }

    /// <summary>The reasons for going past the warnings.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, string> Motivi { get; set; }

    /// <summary>Who may go on, and what she declares by that; null until it is known, and once it is on its way.</summary>
    private Procedibilita? Posizione { get; set; }

    private bool SonoIlRup => Utente.Attore.IsRupOf(Affidamento);

    private bool PuoSubentrare => Utente.Puo(Permission.RichiediCig) && !SonoIlRup && Transizioni.Ammessa(Affidamento.Stato, AzioneAffidamento.AssegnaRup);

    /// <summary>Read again when the Affidamento is in another state or another hand; not at each autosave.</summary>
    protected override async Task OnParametersSetAsync()
    {
        if (_letta == (Affidamento.Id, Affidamento.Stato, Affidamento.RupId))
        {
            return;
        }

        _letta = (Affidamento.Id, Affidamento.Stato, Affidamento.RupId);
        var esito = await Lettore.Leggi<ChiPuoProcedere, Procedibilita>(Utente.Attore, q => q.Esegui(Affidamento.Id, Utente.Attore));
        Posizione = esito.TryGet(out var posizione) ? posizione : null;
    }

    /// <summary>Saves what is typed, then acts on the Affidamento as it is after that. Nothing is done while something typed could not be saved.</summary>
    private Task<bool> Agisci<TCommand>(Func<Affidamento, TCommand> command, string done)
        where TCommand : ICommand => Once(async () =>
        {
            await Editor.Salva();
            if (Editor.InAttesa)
            {
                return false;
            }

            return await RunAndReload(command(Editor.Scheda.Affidamento), done);
        });

    private async Task Avvia()
    {
        if (await Agisci(
            a => new AvviaRichiestaCig(a.Id, a.Version, DichiarazioneConflitto.VersioneTesto),
            ParoleDiEsito.RichiestaAvviata(Affidamento.Importo)))
        {
            await Posizioni.Ricomincia(Utente.Attore, Affidamento.Id);
            GoOn(AppRoutes.RichiestaDi(Affidamento.Id));
        }
    }

    private async Task Copia()
    {
        var nuovo = Guid.CreateVersion7();
        if (await Agisci(a => new CopiaAffidamento(a.Id, nuovo), ParoleDiEsito.Copiato))
        {
            GoOn(AppRoutes.SchedaDi(nuovo));
        }
    }

    private async Task Elimina()
    {
        if (await Agisci(a => new EliminaAffidamento(a.Id, a.Version), ParoleDiEsito.Eliminato(Affidamento)))
        {
            GoOn(AppRoutes.Affidamenti);
        }
    }
}
