using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Serie;

/// <summary>How far the work is, and the button that stops it; it stands where the button was that began it.</summary>
public sealed partial class BarraAvanzamento
{
    [Parameter, EditorRequired]
    public required LavoroInCorso Lavoro { get; set; }
}
