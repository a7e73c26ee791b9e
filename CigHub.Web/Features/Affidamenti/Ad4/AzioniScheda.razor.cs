using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// The buttons below an AD4 for what may be done next with its Affidamento, for example sending it for approval. They depend on the state
/// of the Affidamento and on the user.
/// </summary>
public sealed partial class AzioniScheda
{
    private (Guid, StatoAffidamento, Guid, string) _letta;
    private bool? _riassegnabile;

    [Inject]
    public required QueryReader Reader { get; init; }

    [Inject]
    public required RequestProgress Posizioni { get; init; }

    [CascadingParameter]
    public required BozzaEditor Editor { get; set; }

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    /// <summary>
    /// Says whether the draft may be declared ready: nothing is missing, nothing is unsaved and every avviso has its reason.
    /// </summary>
    [Parameter, EditorRequired]
    public bool Completa { get; set; }

    /// <summary>Says whether the amount of the draft, as typed so far, is above the Convenzione's soglia di approvazione.</summary>
    [Parameter, EditorRequired]
    public bool RichiedeApprovazione { get; set; }

    /// <summary>The user's reasons for going past the avvisi of the draft, by <see cref="Segnalazione.Chiave"/>.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, string> Motivi { get; set; }

    /// <summary>
    /// Says who may go on with the Affidamento, and what the user declares by going on. Null until it has been read, or when it could not
    /// be read.
    /// </summary>
    private Procedibilita? Posizione { get; set; }

    private bool InConflitto => Posizione?.Conflitto is not null;

    private bool Spuntata { get; set; }

    private string? Dichiarazione => Spuntata ? DichiarazioneConflitto.VersioneTesto : null;

    /// <summary>
    /// Says whether the user acts here and so may declare a conflict of interest. An approver does so beside the button that approves.
    /// </summary>
    private bool PuoAstenersi => User.May(Permission.DichiaraConflitti) && DichiaraConflitto.PuoAstenersi(Affidamento, User.Actor)
        && !(User.May(Permission.ApprovaAffidamenti) && Affidamento.Attende(AzioneAffidamento.Approva));

    /// <summary>Says whether the next button is one by which the user declares to have no conflict of interest.</summary>
    private bool StaPerDichiarare => Affidamento.Stato == StatoAffidamento.InLavorazione
        ? Completa && User.May(Permission.PreparaBozza)
        : Affidamento.Stato == StatoAffidamento.ProntoPerIlPortale && SonoIlRup;

    private bool SonoIlRup => User.Actor.IsRupOf(Affidamento);

    private bool OperaSulPortale => User.Actor.ActsForRupOf(Affidamento, AttoDelegabile.OperareSulPortale);

    private bool PuoSubentrare =>
        User.May<AssegnaAMe>() && !SonoIlRup && !InConflitto && Transizioni.Ammessa(Affidamento.Stato, AzioneAffidamento.AssegnaRup);

    /// <summary>
    /// Reads <see cref="Posizione"/> when the Affidamento has another state, another RUP or other suppliers than at the last read. Does not
    /// read it after each autosave, because only these change it.
    /// </summary>
    protected override async Task OnParametersSetAsync()
    {
        var adesso = (Affidamento.Id, Affidamento.Stato, Affidamento.RupId, Affidamento.CodiciFornitori);
        if (_letta == adesso)
        {
            return;
        }

        _letta = adesso;
        await ReadPosition();
    }

    private Task ReadPosition() => InPlaceOfTheLast(async ct =>
    {
        var esito = await Reader.Read<ChiPuoProcedere, Procedibilita>(User.Actor, q => q.Run(Affidamento.Id, User.Actor), ct);
        Posizione = esito.TryGet(out var posizione) ? posizione : null;
    });

    /// <summary>Reads again what a part's command may have changed, and tells the page.</summary>
    private async Task PartDone(IReadOnlyList<Error> errors)
    {
        await ReadPosition();
        await Done.InvokeAsync(errors);
    }

    /// <summary>
    /// Saves the typed text, then runs the command on the Affidamento as it is after that save. Returns false without running the command
    /// while some typed text is still unsaved.
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
        if (await Act(a => new AvviaRichiestaCig(a.Id, a.Version, Dichiarazione), OutcomeWords.RichiestaAvviata(Affidamento.Importo)))
        {
            await Posizioni.StartOver(User.Actor, Affidamento.Id);
            GoOn(AppRoutes.RichiestaDi(Affidamento.Id));
        }
    }
}
