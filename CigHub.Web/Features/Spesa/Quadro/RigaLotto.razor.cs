using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Features.Spesa.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Quadro;

/// <summary>Shows one Lotto in the picture of the spending, with the forecast and everything that it was computed from.</summary>
public sealed partial class RigaLotto
{
    [Parameter, EditorRequired]
    public required LottoSpesa Lotto { get; set; }

    [Parameter, EditorRequired]
    public required SpesaFilter Filter { get; set; }

    /// <summary>The cells with the terms of the massimale.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private string Quote => $"Quote e residuo di {Plural.Of(Lotto.Aggiudicatari, "fornitore", "fornitori")}";

    private PrevisioneLotto Previsione => Lotto.Previsione;
}
