using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi.Ruoli;

/// <summary>The page of the roles and deleghe on a day or in a period, for Auditors. The filters are in the address.</summary>
public sealed partial class PaginaRuoliNelTempo
{
    private const int PerPage = 100;

    [SupplyParameterFromQuery]
    public int? Pagina { get; set; }

    private RuoliFilter Filter { get; set; } = new();

    private RuoliView? View { get; set; }

    private int PageNumber => Math.Max(1, Pagina ?? 1);

    private int Pages => Math.Max(PageNumber, ((View?.Total ?? 0) + PerPage - 1) / PerPage);

    private string Periodo
    {
        get
        {
            var (dal, al) = Filter.Period(View!.Oggi);
            return Filter is { Dal: null, Al: null } ? $"oggi, {RomeTime.Text(al)}"
                : Filter.Dal is null ? $"fino al {RomeTime.Text(al)}"
                : dal == al ? $"il {RomeTime.Text(dal)}"
                : $"dal {RomeTime.Text(dal)} al {RomeTime.Text(al)}";
        }
    }

    protected override async Task LoadAsync()
    {
        Filter = RuoliFilterSet.Tutti.Read(ListAddress.Read(Navigation.Uri));
        View = await Read<RuoliNelTempo, RuoliView>(async q => await q.Run(Filter, PageNumber, PerPage, Actor));
    }
}
