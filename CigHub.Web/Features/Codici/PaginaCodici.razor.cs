using CigHub.Web.Features.Codici.Liste;

namespace CigHub.Web.Features.Codici;

/// <summary>The code lists in force, and the load of new ones.</summary>
public sealed partial class PaginaCodici
{
    private QuadroListe? Quadro { get; set; }

    protected override async Task Carica() => Quadro = await Leggi<ElencoListe, QuadroListe>(q => q.Esegui());
}
