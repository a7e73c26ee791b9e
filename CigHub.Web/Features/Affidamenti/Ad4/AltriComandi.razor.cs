using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>The menu of a scheda with the commands that are needed seldom: copy, reassign, delete.</summary>
public sealed partial class AltriComandi
{
    /// <summary>The HTML id of the menu, to which the focus goes back after a dialog that it opened.</summary>
    public const string Menu = "altro-scheda";

    [CascadingParameter]
    public required BozzaEditor Editor { get; set; }

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    [Parameter, EditorRequired]
    public bool InConflitto { get; set; }

    /// <summary>
    /// Says whether the user may reassign the Affidamento to another RUP, in the dialog that stands beside the scheda. Null while that is
    /// still being read: the menu waits, because its commands would move under the hand that presses one.
    /// </summary>
    [Parameter, EditorRequired]
    public bool? Riassegnabile { get; set; }

    private bool PuoCopiare => User.May<CopiaAffidamento>() && !InConflitto;

    private bool PuoEliminare => PuoCopiare && Transizioni.Ammessa(Affidamento.Stato, AzioneAffidamento.Elimina) && !Affidamento.InviatoAlPortale;

    private Task Copy()
    {
        var nuovo = Guid.CreateVersion7();
        return ActAndLeave(a => new CopiaAffidamento(a.Id, nuovo), OutcomeWords.Copiato, AppRoutes.SchedaDi(nuovo));
    }

    private Task Elimina() => ActAndLeave(
        a => new EliminaAffidamento(a.Id, a.Version),
        OutcomeWords.Eliminato(Affidamento),
        AppRoutes.Affidamenti,
        ("Aprilo, se vuoi ripristinarlo", AppRoutes.SchedaDi(Affidamento.Id)));

    /// <summary>Saves the typed text, then runs the command and goes to another page. Does nothing while some typed text is still unsaved.</summary>
    /// <param name="next">A link beside the sentence about what was done. Null for none.</param>
    private Task ActAndLeave<TCommand>(
        Func<Affidamento, TCommand> command, string done, string address, (string Words, string Address)? next = null)
        where TCommand : ICommand => Once(async () =>
        {
            await Editor.Save();
            if (!Editor.InAttesa && await RunAndReload(command(Editor.Details.Affidamento), done))
            {
                Outcomes?.Say(done, next);
                GoOn(address);
            }
        });
}
