using CigHub.Domain.Common;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>
/// What of a Lotto is taken, reserved and left: a bar for the eye (each part has a texture of its own, not only a colour) and a table
/// with the same figures for everybody.
/// </summary>
public sealed partial class BarraCapienza
{
    private MisureCapienza _misure = new(Importo.Zero, Importo.Zero, Importo.Zero, Importo.Zero);

    [Parameter, EditorRequired]
    public Importo Massimale { get; set; }

    /// <summary>CIG acquisito.</summary>
    [Parameter, EditorRequired]
    public Importo Aderito { get; set; }

    /// <summary>CIG in richiesta.</summary>
    [Parameter, EditorRequired]
    public Importo Riservato { get; set; }

    /// <summary>Communicated by the Soggetto Aggregatore for Enti outside CigHub.</summary>
    [Parameter, EditorRequired]
    public Importo AltreAdesioni { get; set; }

    /// <summary>The residuo is an estimate: the other adhesions are not known up to date.</summary>
    [Parameter]
    public bool Stimato { get; set; }

    /// <summary>The day of the last communication, said beside an estimate; null: there was none yet.</summary>
    [Parameter]
    public DateOnly? ComunicateIl { get; set; }

    /// <summary>For a list: the bar and one sentence; the table remains for screen readers.</summary>
    [Parameter]
    public bool Compatta { get; set; }

    private string NomeResiduo => Stimato ? "Residuo stimato" : "Residuo";

    private IEnumerable<Voce> Voci =>
    [
        new("Aderito", "aderito", "CIG acquisito", Aderito),
        new("Riservato", "riservato", "CIG in richiesta", Riservato),
        new("Altre adesioni", "altre", NotaAltre, AltreAdesioni),
        new(NomeResiduo, "residuo", _misure.Residuo > Importo.Zero ? "si può ancora aderire" : "massimale esaurito", _misure.Residuo),
    ];

    private string NotaAltre => ComunicateIl is { } giorno ? $"comunicate il {OraItaliana.Testo(giorno)}" : "Enti fuori da CigHub";

    protected override void OnParametersSet() => _misure = new MisureCapienza(Massimale, Aderito, Riservato, AltreAdesioni);

    private sealed record Voce(string Nome, string Classe, string Nota, Importo Importo);
}
