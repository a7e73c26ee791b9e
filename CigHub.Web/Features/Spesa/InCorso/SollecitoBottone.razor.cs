using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.InCorso;

/// <summary>The button that reminds the RUP of one row, once a day.</summary>
public sealed partial class SollecitoBottone
{
    [Parameter, EditorRequired]
    public required RichiestaInCorsoRow Riga { get; set; }

    [Parameter, EditorRequired]
    public DateOnly Oggi { get; set; }

    private bool AlreadyToday => Riga.SollecitatoIl == Oggi;

    private string Words => AlreadyToday ? "Sollecitato oggi" : "Sollecita il RUP";

    private Task Remind() => Act(new SollecitaRup(Riga.AffidamentoId), $"{Riga.Rup} vede il sollecito nel suo Cruscotto.");
}
