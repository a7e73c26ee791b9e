using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi.Controlli;

/// <summary>The page of the changes to the controls, for Auditors. The filters are in the address.</summary>
public sealed partial class PaginaModificheAiControlli
{
    private const int PerPage = 25;

    [SupplyParameterFromQuery]
    public int? Pagina { get; set; }

    private ControlliFilter Filter { get; set; } = new();

    private ListPage<ModificaRow>? View { get; set; }

    private int PageNumber => Math.Max(1, Pagina ?? 1);

    private int Pages => Math.Max(PageNumber, CappedCount.Pages(View?.Total ?? 0, PerPage));

    protected override async Task LoadAsync()
    {
        Filter = ControlliFilterSet.Tutti.Read(ListAddress.Read(Navigation.Uri));
        View = await Read<ModificheAiControlli, ListPage<ModificaRow>>(async q => await q.Run(Filter, PageNumber, PerPage));
    }
}
