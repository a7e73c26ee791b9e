using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
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
    /// Says whether the question was opened. Only then the declaration is read, because the user starts few of the requests in the list.
    /// </summary>
    private bool Chiesta { get; set; }

    /// <summary>Says whether no conflict of interest and no declaration left to tick keeps the user from starting.</summary>
    private bool Pronta { get; set; }

    protected override Task LoadAsync() => Task.CompletedTask;

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
