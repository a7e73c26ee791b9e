using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Rilievi.Calcolo;

/// <summary>Says when the rilievi were computed, and computes them on request, for the Enti that the user may see.</summary>
public sealed partial class CalcolaOra
{
    [Inject]
    public required RilieviKeeper Keeper { get; init; }

    /// <summary>The instant of the last computation, UTC. Null when there was none.</summary>
    [Parameter, EditorRequired]
    public required DateTime? CalcolatoIl { get; set; }

    /// <summary>Raised when the rilievi have been computed, so that the page shows them.</summary>
    [Parameter, EditorRequired]
    public required EventCallback Computed { get; set; }

    private async Task Compute()
    {
        if (await Check<CalcoloRilievi, RilieviTrovati>(async (q, _, ct) => await q.Run(ct)) is { } trovati)
        {
            await Keeper.Keep(trovati, Actor, CancellationToken.None);
            await Computed.InvokeAsync();
        }
    }
}
