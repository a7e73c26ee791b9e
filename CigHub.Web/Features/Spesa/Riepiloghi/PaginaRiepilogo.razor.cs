using CigHub.Web.Common;

namespace CigHub.Web.Features.Spesa.Riepiloghi;

/// <summary>The page of the sums by Ente, supplier, month or year, over all Convenzioni. Each has an address of its own.</summary>
public sealed partial class PaginaRiepilogo
{
    private RiepilogoView? Riepilogo { get; set; }

    private string Path => new Uri(Navigation.Uri).AbsolutePath;

    private DimensioneSpesa Per => Path switch
    {
        AppRoutes.SpesaPerFornitore => DimensioneSpesa.Fornitore,
        AppRoutes.SpesaPerMese => DimensioneSpesa.Mese,
        AppRoutes.SpesaPerAnno => DimensioneSpesa.Anno,
        _ => DimensioneSpesa.Ente,
    };

    private string Titolo => Per switch
    {
        DimensioneSpesa.Fornitore => "Spesa per fornitore",
        DimensioneSpesa.Mese => "Spesa per mese",
        DimensioneSpesa.Anno => "Spesa per anno di adesione",
        _ => "Spesa per Ente",
    };

    protected override async Task LoadAsync()
    {
        Riepilogo = null;
        Riepilogo = await Read<RiepilogoSpesa, RiepilogoView>(async q => await q.Run(Filter, Per));
    }
}
