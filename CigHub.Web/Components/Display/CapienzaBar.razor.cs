using CigHub.Domain.Common;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>
/// Shows how much of a Lotto is taken, reserved and left. The eye gets a bar, where each part has a texture as well as a color. Everybody
/// gets a table with the same figures.
/// </summary>
public sealed partial class CapienzaBar
{
    private CapienzaMeasures _measures = new(Importo.Zero, Importo.Zero, Importo.Zero, Importo.Zero);

    [Parameter, EditorRequired]
    public Importo Massimale { get; set; }

    /// <summary>The amount of the adesioni that have their CIG («CIG acquisito»).</summary>
    [Parameter, EditorRequired]
    public Importo Aderito { get; set; }

    /// <summary>The amount of the adesioni whose CIG is being requested («CIG in richiesta»).</summary>
    [Parameter, EditorRequired]
    public Importo Riservato { get; set; }

    /// <summary>The amount that Enti outside CigHub have taken, as the Soggetto Aggregatore communicates it.</summary>
    [Parameter, EditorRequired]
    public Importo AltreAdesioni { get; set; }

    /// <summary>Says whether the residuo is an estimate, because the other adesioni are not known up to date.</summary>
    [Parameter]
    public bool Stimato { get; set; }

    /// <summary>The day of the last communication, shown beside an estimate; null when there was none yet.</summary>
    [Parameter]
    public DateOnly? ComunicateIl { get; set; }

    /// <summary>Says whether to show a bar and one sentence only, for use in a list. The table remains for screen readers.</summary>
    [Parameter]
    public bool Compact { get; set; }

    private string NomeResiduo => Stimato ? "Residuo stimato" : "Residuo";

    private IEnumerable<Part> Parts =>
    [
        new("Aderito", "aderito", "CIG acquisito", Aderito),
        new("Riservato", "riservato", "CIG in richiesta", Riservato),
        new("Altre adesioni", "altre", NotaAltre, AltreAdesioni),
        new(NomeResiduo, "residuo", _measures.Residuo > Importo.Zero ? "si può ancora aderire" : "massimale esaurito", _measures.Residuo),
    ];

    private string NotaAltre => ComunicateIl is { } giorno ? $"comunicate il {RomeTime.Text(giorno)}" : "Enti fuori da CigHub";

    protected override void OnParametersSet() => _measures = new CapienzaMeasures(Massimale, Aderito, Riservato, AltreAdesioni);

    private sealed record Part(string Name, string Class, string Note, Importo Importo);
}
