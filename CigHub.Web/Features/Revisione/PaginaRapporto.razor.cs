using CigHub.Web.Components;
using CigHub.Web.Features.Revisione.Elenco;
using CigHub.Web.Features.Revisione.Rapporto;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Revisione;

/// <summary>The page that prints the report of an audit, with the numbers and hashes of the events that prove it.</summary>
public sealed partial class PaginaRapporto
{
    [Inject]
    public required BrowserOutput Output { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    private AuditView? View { get; set; }

    private DateTime When { get; set; }

    protected override async Task LoadAsync()
    {
        When = Clock.GetUtcNow().UtcDateTime;
        View = await Read<DettaglioAudit, AuditView>(q => q.Run(Id));
    }

    private Task Print() => Once(async () =>
    {
        if (await Run(new StampaRapporto(Id), done: null) is not null)
        {
            await Output.Print();
        }
    });
}
