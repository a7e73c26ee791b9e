using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Riepiloghi;

/// <summary>The base class of the pages of the sums over all Convenzioni. Each page has an address of its own.</summary>
public abstract partial class PaginaRiepilogo
{
    protected abstract DimensioneSpesa Per { get; }

    private RiepilogoView? Riepilogo { get; set; }

    private (string Titolo, string Path) Pagina => Per switch
    {
        DimensioneSpesa.Fornitore => ("Spesa per fornitore", AppRoutes.SpesaPerFornitore),
        DimensioneSpesa.Mese => ("Spesa per mese", AppRoutes.SpesaPerMese),
        DimensioneSpesa.Anno => ("Spesa per anno di adesione", AppRoutes.SpesaPerAnno),
        _ => ("Spesa per Ente", AppRoutes.SpesaPerEnte),
    };

    protected override async Task LoadAsync() => Riepilogo = await Read<RiepilogoSpesa, RiepilogoView>(async q => await q.Run(Filter, Per));
}

/// <summary>The page of the sums by Ente, with the Enti that never adhered.</summary>
[Route(AppRoutes.SpesaPerEnte)]
public sealed class PaginaSpesaPerEnte : PaginaRiepilogo
{
    protected override DimensioneSpesa Per => DimensioneSpesa.Ente;
}

/// <summary>The page of the sums by supplier. A raggruppamento is one supplier.</summary>
[Route(AppRoutes.SpesaPerFornitore)]
public sealed class PaginaSpesaPerFornitore : PaginaRiepilogo
{
    protected override DimensioneSpesa Per => DimensioneSpesa.Fornitore;
}

/// <summary>The page of the sums by month, each against the same month of the year before.</summary>
[Route(AppRoutes.SpesaPerMese)]
public sealed class PaginaSpesaPerMese : PaginaRiepilogo
{
    protected override DimensioneSpesa Per => DimensioneSpesa.Mese;
}

/// <summary>The page of the sums by year of adhesion.</summary>
[Route(AppRoutes.SpesaPerAnno)]
public sealed class PaginaSpesaPerAnno : PaginaRiepilogo
{
    protected override DimensioneSpesa Per => DimensioneSpesa.Anno;
}
