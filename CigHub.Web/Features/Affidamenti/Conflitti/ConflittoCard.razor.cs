using CigHub.Domain.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>One declared conflict of interest, with the two forms by which a Responsabile decides about it once the card is open.</summary>
public sealed partial class ConflittoCard
{
    [Parameter, EditorRequired]
    public required ConflittoRow Conflitto { get; set; }

    /// <summary>Says whether the card shows the forms of the decision.</summary>
    [Parameter, EditorRequired]
    public bool Aperto { get; set; }

    /// <summary>Raised when the user wants to decide about this conflict.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnOpen { get; set; }

    private string? NuovoRup { get; set; }

    private string? Motivo { get; set; }

    /// <summary>The sentence on the Affidamenti that pass to the new RUP.</summary>
    private string ChePassa => Plural.Word(Conflitto.DaPassare + Conflitto.SulPortale, "Passa un affidamento", "Passano tutti gli affidamenti")
        + " con questo fornitore, in questa Convenzione."
        + (Conflitto.SulPortale == 0 ? "" : $" Già sul portale: {Conflitto.SulPortale}. Lì chi subentra avvia «Sostituzione RUP».");

    private Task Sostituisci() => Act(
        new SostituisciPerConflitto(Conflitto.AffidamentoId, Conflitto.Id, Guid.TryParse(NuovoRup, out var id) ? id : null),
        OutcomeWords.ConflittoSostituito(Conflitto.ServeUnRup));

    private Task Escludi() => Act(new EscludiConflitto(Conflitto.AffidamentoId, Conflitto.Id, Motivo), OutcomeWords.ConflittoEscluso);
}
