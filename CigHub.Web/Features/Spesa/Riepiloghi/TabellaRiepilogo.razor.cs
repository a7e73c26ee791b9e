using CigHub.Web.Features.Spesa.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Riepiloghi;

/// <summary>Shows the sums by Ente, supplier, month or year as a table, with a last row that adds them up.</summary>
public sealed partial class TabellaRiepilogo
{
    [Parameter, EditorRequired]
    public required RiepilogoView Riepilogo { get; set; }

    [Parameter, EditorRequired]
    public DimensioneSpesa Per { get; set; }

    /// <summary>The choice whose sums the table shows.</summary>
    [Parameter, EditorRequired]
    public required SpesaFilter Filter { get; set; }

    private bool ConQuote => Riepilogo.Righe.Any(r => r.Quota is not null);

    private bool NelTempo => Per is DimensioneSpesa.Mese or DimensioneSpesa.Anno;

    private string Prima => Per.Word();

    private string Nome => $"Riepilogo per {Prima}";

    private string AnnoPrima => Per.YearBefore();
}
