using System.Globalization;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Spesa.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Movimenti;

/// <summary>The page of the ledger rows that make up an amount of the spending. Every amount of the other pages links to it.</summary>
public sealed partial class PaginaMovimentiSpesa
{
    [SupplyParameterFromQuery(Name = "fornitore")]
    public string? DelFornitore { get; set; }

    [SupplyParameterFromQuery(Name = "mese")]
    public string? NelMese { get; set; }

    [SupplyParameterFromQuery(Name = "anno")]
    public string? NellAnno { get; set; }

    [SupplyParameterFromQuery(Name = "voce")]
    public string? DellaVoce { get; set; }

    [SupplyParameterFromQuery(Name = "tardivi")]
    public string? SoloTardivi { get; set; }

    [SupplyParameterFromQuery(Name = "pagina")]
    public int? Pagina { get; set; }

    private MovimentiSpesaView? Movimenti { get; set; }

    private int Numero => Math.Clamp(Pagina ?? 1, 1, 1_000_000);

    private string Titolo => Filter.Voce is { } voce ? $"Movimenti: {voce.Name()}" : "Movimenti";

    protected override async Task LoadAsync() =>
        Movimenti = await Read<MovimentiSpesa, MovimentiSpesaView>(async q => await q.Run(Filter, Numero));

    private string Address(int page) => ListAddress.Write(
        Filter.Address(AppRoutes.SpesaMovimenti), [new("pagina", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))]);
}
