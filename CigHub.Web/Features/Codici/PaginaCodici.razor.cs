using CigHub.Web.Features.Codici.Liste;

namespace CigHub.Web.Features.Codici;

/// <summary>Page of the code lists in force, where new ones are imported.</summary>
public sealed partial class PaginaCodici
{
    private QuadroListe? Quadro { get; set; }

    protected override async Task LoadAsync() => Quadro = await Read<TutteLeListe, QuadroListe>(q => q.Run());
}
