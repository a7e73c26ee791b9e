using CigHub.Domain.Common;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>
/// Shows how much of a Lotto's massimale is taken, reserved and left: a bar, whose parts differ in texture as well as in color, and a table
/// with the same figures.
/// </summary>
public sealed partial class CapienzaBar
{
    private CapienzaMeasures _measures = new(Importo.Zero, Importo.Zero, Importo.Zero, Importo.Zero);

    [Parameter, EditorRequired]
    public Importo Massimale { get; set; }

    /// <summary>The amount of the adhesions whose CIG Derivato is recorded («CIG acquisito»).</summary>
    [Parameter, EditorRequired]
    public Importo Aderito { get; set; }

    /// <summary>The amount of the adhesions whose CIG is being requested («CIG in richiesta»).</summary>
    [Parameter, EditorRequired]
    public Importo Riservato { get; set; }

    /// <summary>The amount of the Altre adesioni: those of Enti outside CigHub, as the Soggetto Aggregatore communicates them.</summary>
    [Parameter, EditorRequired]
    public Importo AltreAdesioni { get; set; }

    /// <summary>Says whether the residuo is an estimate, because the Altre adesioni have not been communicated recently.</summary>
    [Parameter]
    public bool Stimato { get; set; }

    /// <summary>The day on which the Altre adesioni were last communicated, shown beside an estimate. Null when they never were.</summary>
    [Parameter]
    public DateOnly? ComunicateIl { get; set; }

    /// <summary>Says whether only the bar and one sentence are visible, for use in a list. Screen readers still get the table.</summary>
    [Parameter]
    public bool Compact { get; set; }

    /// <summary>The name of the thing whose Capienza this is, on a page with several bars. Null for the Lotto of the page.</summary>
    [Parameter]
    public string? Of { get; set; }

    private string NomeResiduo => Stimato ? "Residuo stimato" : "Residuo";

    private IEnumerable<Part> Parts =>
    [
        new("Aderito", "aderito", "CIG acquisito", Aderito),
        new("In corso di adesione", "riservato", "CIG in richiesta", Riservato),
        new("Adesioni comunicate da CMRC", "altre", NotaAltre, AltreAdesioni),
        new(NomeResiduo, "residuo", _measures.Residuo > Importo.Zero ? "si può ancora aderire" : "massimale esaurito", _measures.Residuo),
    ];

    private string NotaAltre => ComunicateIl is { } giorno ? $"comunicate il {RomeTime.Text(giorno)}" : "Enti fuori da CigHub";

    protected override void OnParametersSet() => _measures = new CapienzaMeasures(Massimale, Aderito, Riservato, AltreAdesioni);

    private sealed record Part(string Name, string Class, string Note, Importo Importo);
}
