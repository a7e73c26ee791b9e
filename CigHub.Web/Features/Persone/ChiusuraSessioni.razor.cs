using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone;

/// <summary>Asks why, and has every session of a person ended.</summary>
public sealed partial class ChiusuraSessioni
{
    /// <summary>Acts with the reason; true when it was done.</summary>
    [Parameter, EditorRequired]
    public required Func<string?, Task<bool>> Chiudi { get; set; }

    private string? Motivo { get; set; }

    private string? Esito { get; set; }

    private async Task Invia()
    {
        Esito = await Chiudi(Motivo) ? "Sessioni chiuse." : null;
        Motivo = Esito is null ? Motivo : null;
    }
}
