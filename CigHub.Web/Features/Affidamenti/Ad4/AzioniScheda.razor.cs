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

/// <summary>Shows the actions that an Affidamento allows next. They depend on its state and on the user.</summary>
public sealed partial class AzioniScheda
{
    private (Guid, StatoAffidamento, Guid) _letta;

    [Inject]
    public required QueryReader Reader { get; init; }

    [Inject]
    public required RequestProgress Posizioni { get; init; }

    [CascadingParameter]
    public required BozzaEditor Editor { get; set; }

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    /// <summary>Says whether nothing is missing, nothing is unsaved and every warning has its reason.</summary>
    [Parameter, EditorRequired]
    public bool Completa { get; set; }

    /// <summary>Says whether the amount of the draft as typed so far is above the Convenzione's threshold.</summary>
    [Parameter, EditorRequired]
    public bool RichiedeApprovazione { get; set; }

    /// <summary>The reasons for going past the warnings, by <see cref="Segnalazione.Chiave"/>.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, string> Motivi { get; set; }

    /// <summary>Says who may go on with the Affidamento, and what the user declares by going on. Null until it has been read.</summary>
    private Procedibilita? Posizione { get; set; }

    private bool SonoIlRup => User.Actor.IsRupOf(Affidamento);

    private bool PuoSubentrare => User.May(Permission.RichiediCig) && !SonoIlRup && Transizioni.Ammessa(Affidamento.Stato, AzioneAffidamento.AssegnaRup);

    /// <summary>Reads again when the Affidamento has another state or another RUP, and not at each autosave.</summary>
    protected override async Task OnParametersSetAsync()
    {
        if (_letta == (Affidamento.Id, Affidamento.Stato, Affidamento.RupId))
        {
            return;
        }

        _letta = (Affidamento.Id, Affidamento.Stato, Affidamento.RupId);
        var esito = await Reader.Read<ChiPuoProcedere, Procedibilita>(User.Actor, q => q.Run(Affidamento.Id, User.Actor));
        Posizione = esito.TryGet(out var posizione) ? posizione : null;
    }

    /// <summary>
    /// Saves the typed text, then runs the command on the Affidamento as it is after the save. Runs nothing, and returns false, while typed
    /// text still waits for a save.
    /// </summary>
    private Task<bool> Act<TCommand>(Func<Affidamento, TCommand> command, string done)
        where TCommand : ICommand => Once(async () =>
        {
            await Editor.Save();
            if (Editor.InAttesa)
            {
                return false;
            }

            return await RunAndReload(command(Editor.Details.Affidamento), done);
        });

    private async Task Start()
    {
        if (await Act(
            a => new AvviaRichiestaCig(a.Id, a.Version, DichiarazioneConflitto.VersioneTesto),
            OutcomeWords.RichiestaAvviata(Affidamento.Importo)))
        {
            await Posizioni.StartOver(User.Actor, Affidamento.Id);
            GoOn(AppRoutes.RichiestaDi(Affidamento.Id));
        }
    }

    private async Task Copy()
    {
        var nuovo = Guid.CreateVersion7();
        if (await Act(a => new CopiaAffidamento(a.Id, nuovo), OutcomeWords.Copiato))
        {
            GoOn(AppRoutes.SchedaDi(nuovo));
        }
    }

    private async Task Elimina()
    {
        if (await Act(a => new EliminaAffidamento(a.Id, a.Version), OutcomeWords.Eliminato(Affidamento)))
        {
            GoOn(AppRoutes.Affidamenti);
        }
    }
}
