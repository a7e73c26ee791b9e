using CigHub.Web.Features.Codici.Liste;

namespace CigHub.Web.Features.Codici;

/// <summary>The page of the code lists in force, on which an Amministratore imports new ones.</summary>
public sealed partial class PaginaCodici
{
    private QuadroListe? Quadro { get; set; }

    protected override async Task LoadAsync() => Quadro = await Read<TutteLeListe, QuadroListe>(q => q.Run());
}
