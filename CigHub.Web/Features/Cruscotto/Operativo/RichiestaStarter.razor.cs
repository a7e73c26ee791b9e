using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto.Operativo;

/// <summary>
/// The button that starts the request of a CIG from the worklist. It opens a question, which says which amount will be reserved and what
/// the RUP declares by starting.
/// </summary>
public sealed partial class RichiestaStarter
{
    [Inject]
    public required RequestProgress Posizioni { get; init; }

    [Parameter, EditorRequired]
    public required LavoroRow Voce { get; set; }

    /// <summary>
    /// The user's position on conflicts of interest. It is read only when the question opens, because the user starts few of the requests
    /// in the list. Null before that.
    /// </summary>
    private Procedibilita? Posizione { get; set; }

    protected override Task LoadAsync() => Task.CompletedTask;

    private async Task Ask() => Posizione = await Read<ChiPuoProcedere, Procedibilita>(q => q.Run(Voce.Id, User!.Actor));

    private Task Start() => Once(async () =>
    {
        if (await Run(
            new AvviaRichiestaCig(Voce.Id, Voce.Version, DichiarazioneConflitto.VersioneTesto),
            OutcomeWords.RichiestaAvviata(Voce.Importo)) is not null)
        {
            await Posizioni.StartOver(Actor, Voce.Id);
            GoOn(AppRoutes.RichiestaDi(Voce.Id));
        }
    });
}
