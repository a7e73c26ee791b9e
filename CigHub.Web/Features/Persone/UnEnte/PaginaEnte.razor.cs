using CigHub.Web.Common;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.UnEnte;

/// <summary>The page of one Ente: its data and its people. Here an Amministratore closes and reopens it.</summary>
public sealed partial class PaginaEnte
{
    [Parameter]
    public Guid Id { get; set; }

    private EnteDetails? Details { get; set; }

    private bool MayManage => User!.May(Permission.GestisciCatalogo);

    private string? Dal { get; set; }

    protected override async Task LoadAsync()
    {
        Details = await Read<DettaglioEnte, EnteDetails>(q => q.Run(Id, User!.Actor));
        Dal ??= Details is null ? null : RomeTime.Text(Details.Oggi);
    }

    private Task Chiudi() => Act(new ChiudiEnte(Id, Dal, Details!.Ente.Version), OfficeOutcomeWords.EnteChiuso);

    private Task Riapri() => Act(new RiapriEnte(Id, Details!.Ente.Version), OfficeOutcomeWords.EnteRiaperto);
}
