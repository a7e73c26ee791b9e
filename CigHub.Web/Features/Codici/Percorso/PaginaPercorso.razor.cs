namespace CigHub.Web.Features.Codici.Percorso;

/// <summary>The page that shows the percorso del portale in force, and its earlier versions.</summary>
public sealed partial class PaginaPercorso
{
    private IReadOnlyList<VersionePercorso>? Versioni { get; set; }

    protected override async Task LoadAsync() =>
        Versioni = await Read<StoriaPercorso, IReadOnlyList<VersionePercorso>>(async q => await q.Run());
}
