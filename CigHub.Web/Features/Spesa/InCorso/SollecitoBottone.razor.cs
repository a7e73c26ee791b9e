using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.InCorso;

/// <summary>The button that reminds the RUP of one row. It is hidden on the day of a reminder.</summary>
public sealed partial class SollecitoBottone
{
    [Parameter, EditorRequired]
    public required RichiestaInCorsoRow Riga { get; set; }

    [Parameter, EditorRequired]
    public DateOnly Oggi { get; set; }

    private Task Remind() => Act(new SollecitaRup(Riga.AffidamentoId), $"{Riga.Rup} vede il sollecito nel suo Cruscotto.");
}
