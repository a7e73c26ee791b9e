using CigHub.Web.Features.Codici.Liste;

namespace CigHub.Web.Features.Codici;

/// <summary>Page of the code lists in force, where new ones are imported.</summary>
public sealed partial class PaginaCodici
{
    private QuadroListe? Quadro { get; set; }

    protected override async Task Carica() => Quadro = await Leggi<TutteLeListe, QuadroListe>(q => q.Esegui());
}
