using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Security.Sessioni;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Account.SceltaDelRuolo;

/// <summary>Page where the user chooses a role, one button for each role held. The role chosen last time comes first.</summary>
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

    /// <summary>The reason why the server could not record the choice. Null when nothing was refused.</summary>
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
