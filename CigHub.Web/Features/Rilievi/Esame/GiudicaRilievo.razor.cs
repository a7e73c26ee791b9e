using CigHub.Domain.Rilievi;
using CigHub.Web.Features.Rilievi.Elenco;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Rilievi.Esame;

/// <summary>The commands by which a person judges one rilievo, each with its reason. The form opens in the row of the rilievo.</summary>
public sealed partial class GiudicaRilievo
{
    [Parameter, EditorRequired]
    public required RilievoRow Rilievo { get; set; }

    /// <summary>The state that the user is giving the rilievo. Null while the form is closed.</summary>
    private StatoRilievo? Scelta { get; set; }

    private string? Motivo { get; set; }

    private static string Help(StatoRilievo stato) => stato == StatoRilievo.Chiarito
        ? "Lo chiarisce solo chi non vi ha preso parte."
        : "CigHub non invia nulla: annota che lo hai trasmesso.";

    private void Open(StatoRilievo stato) => (Scelta, Motivo, ActErrors) = (stato, null, []);

    private async Task Save()
    {
        var done = Scelta == StatoRilievo.Chiarito
            ? await Act(new ChiarisciRilievo(Rilievo.Id, Motivo), "Il rilievo è chiarito.")
            : await Act(new TrasmettiRilievo(Rilievo.Id, Motivo), "Il rilievo è annotato come trasmesso al RPCT.");
        if (done)
        {
            (Scelta, Motivo) = (null, null);
        }
    }
}
