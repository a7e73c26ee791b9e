using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Security.Sessioni;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Account.SceltaDelRuolo;

/// <summary>
/// The page on which the user chooses the role to act in. It shows one button for each role that the user holds, the one chosen last time
/// first.
/// </summary>
public sealed partial class PaginaRuolo
{
    [Inject]
    public required RuoloChoice Choice { get; init; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = AppRoutes.ParametroRitorno)]
    private string? Ritorno { get; set; }

    [SupplyParameterFromQuery(Name = AppRoutes.ParametroGuasto)]
    private string? Guasto { get; set; }

    private IReadOnlyList<RuoloDisponibile> Ruoli { get; set; } = [];

    /// <summary>The words for the storage fault because of which the choice could not be recorded. Null when there was no fault.</summary>
    private string? Motivo => Guasto is null ? null : StorageFault.Passing(new Error(Guasto, ""))?.Reason;

    private Guid? Attuale { get; set; }

    private Guid? Last { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var (ruoli, ultima) = await Choice.Of(Http.User);
        (Ruoli, Last) = ([.. ruoli.OrderByDescending(r => r.Id == ultima)], ultima);
        Attuale = RuoloChoice.Present(Http.User);
    }
}
