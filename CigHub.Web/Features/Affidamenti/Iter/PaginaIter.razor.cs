using CigHub.Web.Components;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Iter;

/// <summary>
/// The page of the whole course of one Affidamento, for Auditors and for the Responsabile: steps with roles and appointments, the
/// separation of duties, declarations, avvisi, attempts on the portal, ledger rows and atti. It prints, and it hands out a ZIP.
/// </summary>
public sealed partial class PaginaIter
{
    [Inject]
    public required BrowserOutput Output { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    private IterView? View { get; set; }

    private DateTime When { get; set; }

    private bool SeesRegistro => User!.May(Permission.LeggiRegistro);

    protected override async Task LoadAsync()
    {
        When = Clock.GetUtcNow().UtcDateTime;
        View = await Read<IterAffidamento, IterView>(q => q.Run(Id, Actor));
    }

    private Task Print() => Once(async () =>
    {
        if (await Run(new StampaIter(Id), done: null) is not null)
        {
            When = Clock.GetUtcNow().UtcDateTime;
            StateHasChanged();
            await Output.Print();
        }
    });
}
