using CigHub.Web.Common;
using CigHub.Web.Features.Revisione.Elenco;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Revisione;

/// <summary>The page of the audits, for Auditors: the list, and the form that plans one.</summary>
public sealed partial class PaginaAudit
{
    [SupplyParameterFromQuery]
    public int? Pagina { get; set; }

    private AuditListView? View { get; set; }

    private int PageNumber => Math.Max(1, Pagina ?? 1);

    private int Pages => Math.Max(PageNumber, CappedCount.Pages(View?.Pagina.Total ?? 0, ListaAudit.PerPagina));

    private static string IdOf(GruppoDiAudit gruppo) => gruppo.Programma is { } programma ? $"programma-{programma.Id}" : "fuori-programma";

    protected override async Task LoadAsync() => View = await Read<ListaAudit, AuditListView>(async q => await q.Run(PageNumber));
}
